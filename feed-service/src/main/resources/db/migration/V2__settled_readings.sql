-- The last reading of the log from its start that came to its end. Unknown until now, so it is settled once more.
alter table bookmark add column settled bigint default -1 not null;

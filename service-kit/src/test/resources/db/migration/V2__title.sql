alter table story add column title varchar(80);

-- What kind of article it is, and every kind that it has been published as. What is withdrawn has no text to tell it by.
alter table entry add column kind varchar(20) default 'original' not null;
update entry set kind = 'reprint' where document like '%"kind":"reprint"%';
update entry set kind = 'advertorial' where document like '%"kind":"advertorial"%';
alter table entry add column kinds varchar(60) default '' not null;
update entry set kinds = kind;

-- The number of an entry's last change, counted over all entries: given under the bookmark's lock, so that the order of
-- numbers is the order of commits. Entries that change together share one.
alter table entry add column news_number bigint default 0 not null;
create index entry_by_news_number on entry (news_number, article_id);
alter table bookmark add column news_number bigint default 0 not null;

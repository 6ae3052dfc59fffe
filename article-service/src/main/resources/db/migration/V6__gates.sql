-- The sources that reprints may come from, whole, in versions: never changed, never deleted.
create table source_list (
    id integer primary key,
    csv text not null,
    recorded_by varchar(200) not null,
    recorded_at timestamp(6) with time zone not null
);

-- The version of that list by which a reprint was let through.
alter table article add column source_list integer;

-- What somebody answers for. Only ever added to; the hash of each entry has that of the one before in it.
create table audit_entry (
    id bigint primary key,
    article_id bigint,
    at timestamp(6) with time zone not null,
    login varchar(200) not null,
    action varchar(40) not null,
    reason varchar(4000),
    details text not null,
    hash varchar(64) not null
);
create index audit_entry_by_article on audit_entry (article_id, id);

-- The end of that chain; whoever adds to it holds this row until commit.
create table audit_head (
    id integer primary key,
    last bigint not null,
    hash varchar(64) not null
);
insert into audit_head (id, last, hash) values (1, 0, '');

-- For the work lists of the desk: nearly every article waits for no review.
create index article_by_stage on article (stage);

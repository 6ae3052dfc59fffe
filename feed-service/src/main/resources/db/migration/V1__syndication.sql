-- Runs on H2 and on PostgreSQL.

-- Our own copy of what is published. A withdrawn entry keeps its identity and loses its text.
create table entry (
    article_id varchar(13) primary key,
    uri varchar(2000) not null,
    section_id varchar(13) not null,
    document text not null,
    listed boolean not null,
    published_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    withdrawn_at timestamp(6) with time zone,
    generation bigint not null
);
create index entry_by_time on entry (listed, published_at desc, article_id desc);
create index entry_by_section on entry (section_id, listed, published_at desc, article_id desc);

create table entry_tag (
    article_id varchar(13) not null references entry (article_id) on delete cascade,
    name varchar(200) not null,
    published_at timestamp(6) with time zone not null,
    primary key (article_id, name)
);
create index entry_tag_by_name on entry_tag (name, published_at desc, article_id desc);

create table entry_author (
    article_id varchar(13) not null references entry (article_id) on delete cascade,
    name varchar(200) not null,
    published_at timestamp(6) with time zone not null,
    primary key (article_id, name)
);
create index entry_author_by_name on entry_author (name, published_at desc, article_id desc);

create table section (
    id varchar(13) primary key,
    path varchar(500) not null,
    name varchar(400) not null,
    position integer not null,
    closed boolean not null,
    changed_at timestamp(6) with time zone not null,
    generation bigint not null
);
create index section_by_path on section (path);

-- Paths that sections have left: their feeds answer 301.
create table section_past_path (
    path varchar(500) primary key,
    section_id varchar(13) not null
);

-- How far the change log has been read, and which log that was.
create table bookmark (
    id smallint primary key,
    log varchar(36) not null,
    position bigint not null,
    generation bigint not null,
    moved_at timestamp(6) with time zone
);
insert into bookmark (id, log, position, generation, moved_at) values (1, '', 0, 0, null);

-- Who publishes, as site-info-service last said it: it may be away when we start.
create table masthead (
    site varchar(100) primary key,
    document text not null,
    fetched_at timestamp(6) with time zone not null
);

-- Runs on H2 and on PostgreSQL. Lengths are generous: the code counts code points, H2 counts UTF-16 units.

create table section (
    id bigint primary key,
    parent_id bigint references section (id),
    path varchar(500) not null unique,
    name varchar(400) not null,
    position integer not null,
    hidden boolean not null
);
create index section_by_parent on section (parent_id);

-- Where a section used to be. It answers 301 until something new moves in.
create table section_past_path (
    path varchar(500) primary key,
    section_id bigint not null references section (id) on delete cascade
);
create index section_past_path_by_section on section_past_path (section_id);

-- One row: locked while the tree changes, counted up by each change.
create table section_tree (
    id smallint primary key,
    version bigint not null
);
insert into section_tree (id, version) values (1, 0);

create table article (
    id bigint primary key,
    uri varchar(2000) not null unique,
    version bigint not null,
    state varchar(12) not null,
    section_id bigint not null references section (id),
    manuscript text not null,
    body text not null,
    pages integer not null,
    body_policy integer not null,
    corrections text not null,
    created_by varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    published_at timestamp(6) with time zone,
    updated_at timestamp(6) with time zone,
    withdrawn_at timestamp(6) with time zone,
    reason varchar(2000),
    listed_at timestamp(6) with time zone not null
);
create index article_by_time on article (state, listed_at desc, id desc);
create index article_by_section on article (section_id, state, listed_at desc, id desc);

create table article_tag (
    article_id bigint not null references article (id) on delete cascade,
    name varchar(200) not null,
    state varchar(12) not null,
    listed_at timestamp(6) with time zone not null,
    primary key (article_id, name)
);
create index article_tag_by_name on article_tag (name, state, listed_at desc, article_id desc);

create table article_author (
    article_id bigint not null references article (id) on delete cascade,
    name varchar(200) not null,
    state varchar(12) not null,
    listed_at timestamp(6) with time zone not null,
    primary key (article_id, name)
);
create index article_author_by_name on article_author (name, state, listed_at desc, article_id desc);

create table article_alias (
    path varchar(1000) primary key,
    article_id bigint not null references article (id) on delete cascade
);
create index article_alias_by_article on article_alias (article_id);

-- Which pictures an article shows: a picture is as visible as one of its articles.
create table picture (
    id bigint primary key,
    version bigint not null,
    type varchar(40) not null,
    width integer not null,
    height integer not null,
    alt varchar(2000) not null,
    caption varchar(4000),
    credit varchar(400),
    uploaded_by varchar(200) not null,
    uploaded_at timestamp(6) with time zone not null
);
create index picture_by_time on picture (uploaded_at desc, id desc);
create table article_picture (
    article_id bigint not null references article (id) on delete cascade,
    picture_id bigint not null references picture (id),
    primary key (article_id, picture_id)
);
create index article_picture_by_picture on article_picture (picture_id);

-- No text in here: what is withdrawn cannot be read from its past.
create table change_log (
    sequence bigint primary key,
    kind varchar(20) not null,
    article_id bigint,
    section_id bigint,
    at timestamp(6) with time zone not null
);
create table change_counter (
    id smallint primary key,
    last bigint not null,
    log varchar(36) not null
);
insert into change_counter (id, last, log) values (1, 0, '');

create table idempotency_key (
    scope varchar(64) primary key,
    body_digest varchar(64) not null,
    answer text not null,
    kept_at timestamp(6) with time zone not null
);
create index idempotency_key_by_age on idempotency_key (kept_at);

-- Every version of a text. An article that nobody has changed has none here: its only version is its own.
create table revision (
    id bigint primary key,
    article_id bigint not null references article (id) on delete cascade,
    number integer not null,
    at timestamp(6) with time zone not null,
    login varchar(200) not null,
    action varchar(20) not null,
    section_id bigint not null,
    manuscript text not null,
    body text not null,
    minor boolean not null,
    unique (article_id, number)
);

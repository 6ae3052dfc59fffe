-- Where the text being worked on has got to; state is what readers and lists see. They differ only while a new version
-- of what is published (or was) is on its way.
alter table article add column desk_state varchar(12) default 'draft' not null;
update article set desk_state = state;
alter table article add column stage integer default 0 not null;
alter table article add column round integer default 0 not null;
alter table article add column scheduled_for timestamp(6) with time zone;
create index article_by_schedule on article (scheduled_for);

-- The version that readers see: what only the newsroom notices is no reason to send them the article again.
alter table article add column shown bigint default 0 not null;
update article set shown = version;

-- Until when an emergency publication has to be reviewed.
alter table article add column reviews_due_at timestamp(6) with time zone;
create index article_by_reviews_due on article (reviews_due_at);

-- Who wrote any of it: they may not review it.
create table article_writer (
    article_id bigint not null references article (id) on delete cascade,
    login varchar(200) not null,
    primary key (article_id, login)
);
insert into article_writer (article_id, login) select id, created_by from article;

-- A new version of what is published, until it takes its place.
create table working_text (
    article_id bigint primary key references article (id) on delete cascade,
    section_id bigint not null references section (id),
    manuscript text not null,
    body text not null,
    pages integer not null,
    body_policy integer not null,
    minor boolean not null
);

-- What each reviewer said: never changed, never deleted while the article is there.
create table review (
    id bigint primary key,
    article_id bigint not null references article (id) on delete cascade,
    round integer not null,
    stage integer not null,
    verdict varchar(10) not null,
    reviewer varchar(200) not null,
    note varchar(4000),
    at timestamp(6) with time zone not null
);
create index review_by_article on review (article_id, id);

-- Whether it may be in a ranking at all.
alter table article add column ranks boolean default true not null;
update article set ranks = false
    where manuscript like '%"minorSensitive":true%' or manuscript like '%"kind":"advertorial"%';

-- How often an article was read in an hour (kept for days) and on a day of Beijing's (kept for a year).
create table reading (
    span varchar(4) not null,
    began_at timestamp(6) with time zone not null,
    article_id bigint not null,
    views bigint not null,
    primary key (span, began_at, article_id)
);

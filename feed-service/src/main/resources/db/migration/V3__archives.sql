-- When an entry was last touched, significantly or not: what Last-Modified is made of.
alter table entry add column changed_at timestamp(6) with time zone;
update entry set changed_at = coalesce(withdrawn_at, updated_at);
alter table entry alter column changed_at set not null;

-- An entry's place in the feed of a topic, counted from 1 in the order of arrival. It is given once, so archive documents
-- (RFC 5005, section 4) are ranges of places. Who leaves the feed leaves a gap; who comes back gets a new place.
create table filing (
    topic varchar(420) not null,
    article_id varchar(13) not null references entry (article_id) on delete cascade,
    place bigint not null,
    published_at timestamp(6) with time zone not null,
    present boolean not null,
    left_at timestamp(6) with time zone,
    primary key (topic, article_id)
);

-- What was there before: in the order of publication, with what was withdrawn.
insert into filing (topic, article_id, place, published_at, present, left_at)
select 'site', e.article_id, row_number() over (order by e.published_at, e.article_id), e.published_at,
       e.withdrawn_at is null, e.withdrawn_at
from entry e join section s on s.id = e.section_id
where (e.listed = true and s.closed = false) or e.withdrawn_at is not null;

insert into filing (topic, article_id, place, published_at, present, left_at)
select 'section:' || a.id, e.article_id,
       row_number() over (partition by a.id order by e.published_at, e.article_id), e.published_at,
       e.withdrawn_at is null, e.withdrawn_at
from entry e
join section s on s.id = e.section_id
join section a on a.closed = false
              and (a.id = s.id or substring(s.path, 1, char_length(a.path) + 1) = a.path || '/')
where (e.listed = true and s.closed = false) or e.withdrawn_at is not null;

insert into filing (topic, article_id, place, published_at, present, left_at)
select 'tag:' || t.name, e.article_id,
       row_number() over (partition by t.name order by e.published_at, e.article_id), e.published_at, true, null
from entry_tag t
join entry e on e.article_id = t.article_id
join section s on s.id = e.section_id
where e.listed = true and s.closed = false;

insert into filing (topic, article_id, place, published_at, present, left_at)
select 'author:' || t.name, e.article_id,
       row_number() over (partition by t.name order by e.published_at, e.article_id), e.published_at, true, null
from entry_author t
join entry e on e.article_id = t.article_id
join section s on s.id = e.section_id
where e.listed = true and s.closed = false;

create unique index filing_by_place on filing (topic, place desc);
create index filing_by_time on filing (topic, present, published_at desc, article_id desc);
create index filing_by_leaving on filing (topic, left_at desc);
create index filing_by_article on filing (article_id);

-- The feeds are read by place and time in filing now.
drop index entry_by_time;
drop index entry_by_section;
drop index entry_tag_by_name;
drop index entry_author_by_name;
create index entry_by_section on entry (section_id, listed);

-- Which feeds have changed, so that every node renders those anew, and no others.
create table topic_edition (
    topic varchar(420) primary key,
    edition bigint not null
);
create index topic_edition_by_edition on topic_edition (edition);
alter table bookmark add column edition bigint default 0 not null;

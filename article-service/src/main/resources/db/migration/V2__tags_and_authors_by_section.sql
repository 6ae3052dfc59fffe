-- The state first: H2 would take the foreign key's own index on the section otherwise, and sort what it finds there.
drop index article_by_section;
create index article_by_section on article (state, section_id, listed_at desc, id desc);

-- Lists of a tag or an author within a section walk an index of their own, and none of them has to look at the article.
alter table article_tag add column section_id bigint;
update article_tag set section_id = (select a.section_id from article a where a.id = article_tag.article_id);
alter table article_tag alter column section_id set not null;
create index article_tag_by_section on article_tag (name, section_id, state, listed_at desc, article_id desc);

alter table article_author add column section_id bigint;
update article_author set section_id = (select a.section_id from article a where a.id = article_author.article_id);
alter table article_author alter column section_id set not null;
create index article_author_by_section on article_author (name, section_id, state, listed_at desc, article_id desc);

-- Which backup the database was restored from; a restored log is another log.
alter table change_counter add column restored varchar(200) default '' not null;

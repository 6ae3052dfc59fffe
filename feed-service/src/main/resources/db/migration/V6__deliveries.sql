-- Which partner has been given which article, in which version it last was, and whether it has heard that it must go.
create table delivery (
    login varchar(100) not null,
    article_id varchar(13) not null,
    uri varchar(2000) not null,
    version bigint not null,
    first_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    times bigint not null,
    way varchar(20) not null,
    gone_at timestamp(6) with time zone,
    gone_way varchar(20),
    primary key (login, article_id)
);
create index delivery_by_article on delivery (article_id, login);
create index delivery_by_time on delivery (login, last_at desc, article_id);
create index delivery_by_age on delivery (last_at);
create index entry_by_uri on entry (uri);

-- How often a partner has asked in an hour or a day, of all nodes, and when it last did.
create table partner_period (
    login varchar(100) not null,
    begun_at timestamp(6) with time zone not null,
    requests bigint not null,
    last_at timestamp(6) with time zone not null,
    primary key (login, begun_at)
);

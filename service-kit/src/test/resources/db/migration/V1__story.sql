create table story (id bigint primary key);

create table import_job (
    id bigint primary key,
    type varchar(10) not null,
    section varchar(500),
    started_by varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    total bigint not null,
    done bigint not null,
    taken bigint not null,
    changed bigint not null,
    known bigint not null,
    refused bigint not null
);

-- What became of each item, in the order of the file: the audit of what came in without a review.
create table import_line (
    job_id bigint not null references import_job (id) on delete cascade,
    number bigint not null,
    outcome varchar(10) not null,
    uri varchar(2000),
    title varchar(400),
    article_id bigint,
    chinese varchar(4000),
    english varchar(4000),
    primary key (job_id, number)
);
create index import_line_by_outcome on import_line (job_id, outcome, number);

-- Runs on H2 and on PostgreSQL. Nothing in here is ever updated or deleted.
create table register_version (
    site varchar(64) not null,
    version integer not null,
    document text not null,
    valid_from timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    reason varchar(2000),
    primary key (site, version)
);
create index register_version_by_validity on register_version (site, valid_from desc, version desc);

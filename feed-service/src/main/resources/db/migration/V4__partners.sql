-- Who may take what, until when, and how often they may ask. A record that was removed stays, so that one that is made
-- anew still knows what the partner may have kept.
create table partner (
    login varchar(100) primary key,
    name varchar(400) not null,
    contact varchar(1000),
    kinds varchar(100) not null,
    past_kinds varchar(100) not null,
    syndication varchar(20) not null,
    valid_from timestamp(6) with time zone not null,
    valid_to timestamp(6) with time zone,
    quota_requests integer,
    quota_per varchar(10),
    terms bigint not null,
    removed boolean not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(100) not null,
    version bigint not null
);

-- Sections that are, or were, in a partner's contract; '*' is all of them.
create table partner_section (
    login varchar(100) not null references partner (login) on delete cascade,
    section_id varchar(13) not null,
    present boolean not null,
    primary key (login, section_id)
);

-- A token is shown once; only its SHA-256 is kept.
create table credential (
    id varchar(16) primary key,
    login varchar(100) not null references partner (login) on delete cascade,
    token_hash varchar(64) not null,
    issued_at timestamp(6) with time zone not null,
    issued_by varchar(100) not null,
    valid_to timestamp(6) with time zone
);
create unique index credential_by_hash on credential (token_hash);
create index credential_by_login on credential (login, issued_at);

-- Who changed what of a contract, and when. Never changed itself.
create sequence contract_change_id start with 1 increment by 1;
create table contract_change (
    id bigint primary key,
    login varchar(100) not null,
    at timestamp(6) with time zone not null,
    done_by varchar(100) not null,
    action varchar(40) not null,
    details text not null
);
create index contract_change_by_login on contract_change (login, id);

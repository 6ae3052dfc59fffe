-- Who is behind a login. What they wrote and reviewed keeps the login, and by it their name.
create table staff_member (
    login varchar(200) primary key,
    version bigint not null,
    name varchar(80) not null,
    position varchar(80),
    press_card varchar(40),
    press_card_valid_to date,
    active boolean not null
);
create index staff_member_by_name on staff_member (name);

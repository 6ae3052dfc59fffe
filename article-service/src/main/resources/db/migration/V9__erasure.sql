-- When the text of what was withdrawn was taken away for good.
alter table article add column erased_at timestamp(6) with time zone;

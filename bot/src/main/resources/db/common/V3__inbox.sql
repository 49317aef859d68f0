-- frontdesk: acts of people that are kept until they were attended to
create table inbox (
  event text primary key,
  seq bigint not null unique,
  heard_at bigint not null,
  taken_until bigint not null,
  attempts integer not null,
  act text not null
);
create index inbox_due on inbox (taken_until);

-- chat/web: the inbox keeps for every platform what the page kept for itself
drop table web_press;
drop index web_message_unheard;
alter table web_message drop column heard;

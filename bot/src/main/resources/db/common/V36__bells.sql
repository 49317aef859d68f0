-- bell: what rings, when it rang, and what people want of it; the same on all nodes
create table bell (
  name text primary key,
  about text not null,
  rhythm text not null,
  dated integer not null,
  due_at bigint not null,
  begun_at bigint not null,
  finished_at bigint not null,
  outcome text not null,
  error text not null,
  failing_since bigint not null,
  late_by bigint not null,
  taken_until bigint not null,
  paused_at bigint not null,
  paused_by text not null,
  wanted_at bigint not null,
  wanted_by text not null
);
-- what waited too long or failed, and whether it is well again
create table alarm (
  id text primary key,
  kind text not null,
  subject text not null,
  tenant text not null,
  since bigint not null,
  detail text not null,
  raised_at bigint not null,
  over_at bigint not null
);
create unique index one_open_alarm on alarm (kind, subject) where over_at = 0;

-- store: since when people see what is out of date
alter table outbox add column since bigint not null default 0;

-- announcement: what the operator tells customers, to whom, and who has received it
create table announcement (
  id text primary key,
  kind text not null,
  title text not null,
  body text not null,
  title_en text not null,
  body_en text not null,
  tenants text not null,
  begins_at bigint not null,
  ends_at bigint not null,
  not_before bigint not null,
  corrects text not null,
  written_by text not null,
  written_at bigint not null,
  state text not null,
  decided_by text not null,
  sent_at bigint not null
);
create index announcement_due on announcement (state, not_before);
create table announcement_delivery (
  announcement text not null references announcement (id),
  tenant text not null,
  platform text not null,
  channel text not null,
  state text not null,
  at bigint not null,
  reason text not null,
  primary key (announcement, tenant, platform, channel)
);
-- reminders of a contract's dates, each once
create table contract_reminder (
  id text not null,
  tenant text not null,
  object_by text not null,
  renews_on text not null,
  days integer not null,
  told_at bigint not null,
  primary key (tenant, object_by, days)
);

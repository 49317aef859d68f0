-- report: each tenant's month, made once and kept with what it was made of
create table monthly_report (
  tenant text not null,
  month text not null,
  state text not null,
  due_at bigint not null,
  attempts integer not null,
  made_at bigint not null,
  figures text not null,
  late integer not null,
  primary key (tenant, month)
);
create index monthly_report_due on monthly_report (state, due_at);

-- report: the editions of an alert's incident report
create table incident_report (
  alert text not null,
  version integer not null,
  tenant text not null,
  as_of bigint not null,
  ordered_by text not null,
  ordered_at bigint not null,
  drafted_at bigint not null,
  released_by text not null,
  released_at bigint not null,
  due_at bigint not null,
  attempts integer not null,
  primary key (alert, version)
);
create index incident_report_due on incident_report (drafted_at, due_at);

-- response: what is done besides isolating, why, with what, who must agree, and what it brought
alter table action_request add column severity text not null default 'CRITICAL';
alter table action_request add column parameters text not null default '{}';
alter table action_request add column reason text not null default '';
alter table action_request add column agreement text not null default '';
alter table action_request add column approved_by text not null default '';
alter table action_request add column result text not null default '';
-- what somebody is thinking of, until they say so
create table action_draft (
  id text primary key,
  tenant text not null,
  alert text not null,
  verb text not null,
  endpoint text not null,
  endpoint_name text not null,
  parameters text not null,
  reason text not null,
  made_by text not null,
  made_at bigint not null
);

-- alert: who looks after it, what was said, and what it turned out to be
alter table alert add column assignee text not null default '';
alter table alert add column closed_by text not null default '';
alter table alert add column closed_at bigint not null default 0;
alter table alert add column finding text not null default '';
create index alert_storm on alert (tenant, model, last_seen_at);
create table alert_comment (
  alert text not null references alert (id),
  position integer not null,
  said_by text not null,
  at bigint not null,
  text text not null,
  primary key (alert, position)
);
-- what the EDR's books said of an event when it was read last
alter table noteworthy_event add column status text not null default 'OPEN';
alter table noteworthy_event add column finding text not null default 'NONE';
-- what is still to be written into the EDR's books
create table edr_standing (
  event text primary key,
  alert text not null,
  status text not null,
  finding text not null,
  due_at bigint not null,
  attempts integer not null
);
create index edr_standing_due on edr_standing (due_at);
create table edr_note (
  id bigint primary key,
  event text not null,
  alert text not null,
  text text not null,
  due_at bigint not null,
  attempts integer not null
);
create index edr_note_due on edr_note (due_at);
-- events that a rule keeps from people's eyes; they are listed, never dropped
create table muted_event (
  id text primary key,
  tenant text not null,
  model text not null,
  severity text not null,
  endpoint text not null,
  seen_at bigint not null,
  reason text not null
);
create index muted_event_tenant on muted_event (tenant, seen_at);

-- The dialect that SQLite and PostgreSQL share. Moments are milliseconds since 1970 in UTC. No column holds null.

-- store
create table audit (
  seq bigint primary key,
  at bigint not null,
  tenant text not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null,
  hash text not null
);
create index audit_subject on audit (subject);
create table audit_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash text not null
);
insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- numbers that are given out once
create table counter (
  name text primary key,
  last bigint not null
);

-- what people see of this is out of date
create table outbox (
  kind text not null,
  subject text not null,
  version bigint not null,
  due_at bigint not null,
  taken_until bigint not null,
  attempts integer not null,
  primary key (kind, subject)
);
create index outbox_due on outbox (due_at);

-- acts of people that were heard already, by the platform's id of the act
create table seen (
  event text primary key,
  at bigint not null
);

-- frontdesk: which message shows what; an empty message was perhaps posted, perhaps not
create table posted (
  kind text not null,
  subject text not null,
  platform text not null,
  channel text not null,
  message text not null,
  primary key (kind, subject, platform, channel)
);
create table button (
  id text primary key,
  tenant text not null,
  verb text not null,
  subject text not null,
  target text not null,
  expires_at bigint not null,
  unique (tenant, verb, subject, target)
);

-- alert
create table poll_cursor (
  name text primary key,
  position bigint not null
);
create table alert (
  id text primary key,
  tenant text not null,
  model text not null,
  description text not null,
  severity text not null,
  score integer not null,
  link text not null,
  endpoint text not null,
  first_seen_at bigint not null,
  last_seen_at bigint not null,
  acknowledged_by text not null,
  acknowledged_at bigint not null
);
create index alert_joins on alert (tenant, endpoint, model, last_seen_at);
create table noteworthy_event (
  id text primary key,
  alert text not null references alert (id),
  updated_at bigint not null
);
create index noteworthy_event_alert on noteworthy_event (alert);
create table alert_endpoint (
  alert text not null references alert (id),
  guid text not null,
  name text not null,
  ips text not null,
  primary key (alert, guid)
);
-- accounts, techniques and indicators, by their kind
create table alert_object (
  alert text not null references alert (id),
  kind text not null,
  value text not null,
  primary key (alert, kind, value)
);

-- response: one open request per lane (isolating and releasing are one lane) and endpoint
create table action_request (
  id text primary key,
  tenant text not null,
  alert text not null,
  verb text not null,
  lane text not null,
  endpoint text not null,
  endpoint_name text not null,
  requested_by text not null,
  requested_at bigint not null,
  state text not null,
  detail text not null,
  open integer not null,
  changed_at bigint not null,
  due_at bigint not null,
  attempts integer not null
);
create unique index one_open_request on action_request (tenant, lane, endpoint) where open = 1;
create index action_request_alert on action_request (alert);
create index action_request_due on action_request (open, due_at);
create table action_step (
  request text not null references action_request (id),
  position integer not null,
  at bigint not null,
  state text not null,
  detail text not null,
  primary key (request, position)
);

-- inquiry
create table inquiry (
  id text primary key,
  tenant text not null,
  platform text not null,
  channel text not null,
  thread text not null,
  asked_by text not null,
  asked_at bigint not null,
  language text not null,
  question text not null,
  kind text not null,
  answer text not null,
  steps text not null,
  note text not null,
  urgent integer not null,
  state text not null,
  waiting_since bigint not null,
  human_at bigint not null,
  taken_by text not null,
  helpful text not null
);
create index inquiry_thread on inquiry (platform, channel, thread);
create table inquiry_citation (
  inquiry text not null references inquiry (id),
  position integer not null,
  label text not null,
  quote text not null,
  primary key (inquiry, position)
);
create table inquiry_choice (
  inquiry text not null references inquiry (id),
  position integer not null,
  label text not null,
  question text not null,
  primary key (inquiry, position)
);

-- escalation: what waits for somebody, and every call that was made
create table escalation (
  kind text not null,
  subject text not null,
  tenant text not null,
  ladder text not null,
  level integer not null,
  since bigint not null,
  due_at bigint not null,
  primary key (kind, subject)
);
create index escalation_due on escalation (due_at);
create table escalation_call (
  id text primary key,
  kind text not null,
  subject text not null,
  tenant text not null,
  whom text not null,
  level integer not null,
  due_at bigint not null,
  called_at bigint not null,
  answered_by text not null
);
create index escalation_call_subject on escalation_call (kind, subject);

-- chat/web: what the page shows
create table web_message (
  id text primary key,
  seq bigint not null unique,
  key text not null unique,
  channel text not null,
  thread text not null,
  root text not null,
  at bigint not null,
  person text not null,
  name text not null,
  text text not null,
  card text not null,
  heard integer not null
);
create index web_message_root on web_message (channel, root);
create index web_message_unheard on web_message (heard) where heard = 0;
-- presses that nobody has heard yet
create table web_press (
  event text primary key,
  seq bigint not null unique,
  person text not null,
  name text not null,
  channel text not null,
  thread text not null,
  message text not null,
  button text not null
);
create table web_session (
  id text primary key,
  visitor text not null,
  since bigint not null
);

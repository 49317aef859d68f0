-- frontdesk: letters to be sent by mail, each once as far as SMTP allows; SENDING after its time is unclear
create table letter (
  id text primary key,
  tenant text not null,
  inquiry text not null references inquiry (id),
  kind text not null,
  word text not null,
  reader text not null,
  message_id text not null unique,
  written_at bigint not null,
  state text not null,
  due_at bigint not null,
  taken_until bigint not null,
  attempts integer not null
);
create index letter_due on letter (state, due_at);
create index letter_inquiry on letter (inquiry, reader);
-- how far the mailbox was read, and since when it can't be; there is one
create table mailbox (
  id integer primary key check (id = 1),
  validity bigint not null,
  uid bigint not null,
  failing_since bigint not null
);
insert into mailbox (id, validity, uid, failing_since) values (1, 0, 0, 0);

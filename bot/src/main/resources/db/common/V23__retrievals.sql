-- response: what an action brought and is to be fetched from the EDR
create table retrieval (
  request text primary key,
  task text not null,
  kind text not null,
  state text not null,
  due_at bigint not null,
  attempts integer not null
);
create index retrieval_due on retrieval (state, due_at);

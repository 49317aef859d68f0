-- inquiry: what people write to each other about one; place says where it can be read already
create table inquiry_word (
  id text primary key,
  inquiry text not null references inquiry (id),
  at bigint not null,
  author text not null,
  name text not null,
  side text not null,
  place text not null,
  platform text not null,
  channel text not null,
  text text not null
);
create index inquiry_word_inquiry on inquiry_word (inquiry);
-- since when it is ours to write, 0 while it is not; and what the card says of when that is due
alter table inquiry add column ours_since bigint not null default 0;
alter table inquiry add column shown_due bigint not null default 0;
alter table inquiry add column shown_overdue integer not null default 0;
update inquiry set ours_since = waiting_since
where state = 'WAITING' or (state = 'TAKEN' and customers_turn = 0);

-- store: what one node at a time has
create table lease (
  name text primary key,
  holder text not null,
  until bigint not null
);

-- chat/web: files that messages share. SQLite keeps bytes as they are whatever a column's type is called.
alter table web_message add column file_type text not null default '';
alter table web_message add column file_size bigint not null default 0;
create table web_file (
  message text primary key references web_message (id),
  content bytea not null
);

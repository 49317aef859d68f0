-- store: files that people are to have. SQLite keeps bytes as they are whatever a column's type is called.
create table document (
  id text primary key,
  tenant text not null,
  audience text not null,
  about_kind text not null,
  about_subject text not null,
  title text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  kept_at bigint not null,
  content bytea not null
);
create index document_about on document (about_kind, about_subject);
create index document_tenant on document (tenant, kept_at);
-- who asked to have it for themselves
create table document_recipient (
  document text not null references document (id),
  platform text not null,
  account text not null,
  primary key (document, platform, account)
);

-- endpoint: what the service needs of an endpoint and the EDR says is missing
create table endpoint_shortcoming (
  tenant text not null,
  guid text not null,
  prerequisite text not null,
  name text not null,
  since bigint not null,
  seen_at bigint not null,
  primary key (tenant, guid, prerequisite)
);
-- when each tenant's endpoints were looked at last, and how often the tenant was told of something new
create table endpoint_look (
  tenant text primary key,
  at bigint not null,
  endpoints integer not null,
  told integer not null
);

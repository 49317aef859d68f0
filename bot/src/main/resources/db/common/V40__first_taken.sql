-- inquiry: when a person was first wanted, and when one first took it; 0 while it has not happened
alter table inquiry add column first_wanted_at bigint not null default 0;
alter table inquiry add column first_taken_at bigint not null default 0;
-- the trail knows of what went before these columns
update inquiry set first_wanted_at = coalesce((select min(audit.at) from audit
  where audit.subject = inquiry.id and audit.action = 'called a person'), 0);
update inquiry set first_taken_at = coalesce((select min(audit.at) from audit
  where audit.subject = inquiry.id and audit.action = 'took'), 0);

-- inquiry: the whole question that a message stood for after what went before; empty if it was one itself
alter table inquiry add column meant text not null default '';
create index inquiry_asked_at on inquiry (asked_at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_keeps_its_rows before update or delete or truncate on audit
for each statement execute function audit_is_append_only();

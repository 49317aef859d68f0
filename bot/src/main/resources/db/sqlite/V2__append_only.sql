create trigger audit_keeps_its_rows before update on audit
begin
  select raise(abort, 'the audit trail is append-only');
end;
create trigger audit_loses_no_row before delete on audit
begin
  select raise(abort, 'the audit trail is append-only');
end;

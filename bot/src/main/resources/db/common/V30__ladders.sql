-- escalation: by severity, in rounds, taken and snoozed; whom a call reaches, and where
alter table escalation add column severity text not null default '';
alter table escalation add column round integer not null default 0;
alter table escalation add column state text not null default 'CLIMBING';
alter table escalation add column held_by text not null default '';
alter table escalation add column snoozed_until bigint not null default 0;
-- when the desk opens or closes next, and the clock on the cards stands or goes on
alter table escalation add column turns_at bigint not null default 0;
alter table escalation_call add column person text not null default '';
alter table escalation_call add column user_group text not null default '';
alter table escalation_call add column places text not null default 'CHANNEL';

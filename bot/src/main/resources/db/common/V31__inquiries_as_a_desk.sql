-- inquiry: what it is about, whose turn it is once a person has it, and its end
alter table inquiry add column category text not null default '';
alter table inquiry add column customers_turn integer not null default 0;
create index inquiry_state on inquiry (state, asked_at);

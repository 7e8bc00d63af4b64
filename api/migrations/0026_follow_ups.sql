-- The calendar by follow-up, for everybody: few tickets have one, and a day of them is found by its range alone.
create index tickets_follow_up on public.tickets (follow_up_at, id) where follow_up_at is not null;

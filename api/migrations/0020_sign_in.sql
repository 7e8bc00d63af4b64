-- When the last few refresh tokens of a session were replaced, oldest first: each of them may come late for a moment.
alter table public.sessions add recent_rotations timestamptz[] not null default '{}';
grant update (recent_rotations) on public.sessions to app_auth;

-- As what somebody was given their first answer. Whoever has another role or team by then is asked for their rights again.
alter table public.idempotency_keys
  add role text,
  add team_id uuid; -- of that moment; no reference, because nothing is looked up through it
grant insert (role, team_id) on public.idempotency_keys to app;

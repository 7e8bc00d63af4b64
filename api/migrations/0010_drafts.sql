-- What somebody has typed and not sent yet, so that it survives the device it was typed on. Theirs alone.
create table public.drafts (
  user_id uuid not null references public.users,
  -- what it is a draft of: `new-ticket`, or `reply:` and a ticket's id
  key text not null check (length(key) between 1 and 100),
  content jsonb not null,
  updated_at timestamptz(3) not null default now(),
  primary key (user_id, key)
);
create index drafts_old on public.drafts (updated_at); -- the daily clean-up

select migrations.protect('public.drafts');
create policy drafts_own on public.drafts for all to app using (user_id = (select app.me()));
grant select, insert (user_id, key, content), update (content, updated_at), delete on public.drafts to app;
grant delete on public.drafts to app_worker;

-- What somebody keeps in their sidebar, in their order. No row: what everybody starts with.
create table public.pinned_places (
  user_id uuid primary key references public.users,
  places text[] not null check (cardinality(places) <= 20)
);

select migrations.protect('public.pinned_places');
create policy pinned_places_own on public.pinned_places for all to app using (user_id = (select app.me()));
grant select, insert (user_id, places), update (places) on public.pinned_places to app;

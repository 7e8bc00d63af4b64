-- Admins keep categories, subcategories and their forms. Versions are for whoever edits what somebody else changed meanwhile.
alter table public.categories add column version int not null default 1;
alter table public.subcategories add column version int not null default 1;
-- "Parking" and "parking" are one thing to whoever looks for it
create unique index categories_name on public.categories (lower(name));
create unique index subcategories_name on public.subcategories (category_id, lower(name));

create policy categories_add on public.categories for insert to app with check ((select app.my_role()) = 'admin');
create policy categories_change on public.categories for update to app using ((select app.my_role()) = 'admin');
grant insert (id, name, icon, position), update (name, icon, position, is_active, version) on public.categories to app;

create policy subcategories_add on public.subcategories for insert to app with check ((select app.my_role()) = 'admin');
create policy subcategories_change on public.subcategories for update to app using ((select app.my_role()) = 'admin');
grant insert (id, category_id, name, aliases, default_team_id, default_priority, position),
  update (name, aliases, default_team_id, default_priority, position, is_active, version) on public.subcategories to app;

create policy form_versions_add on public.form_versions for insert to app with check ((select app.my_role()) = 'admin');
grant insert (id, subcategory_id, version, fields) on public.form_versions to app;

-- Everybody picks from them.
create function app.announce_catalogue() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('live', '{"kind": "catalogue"}');
  return null;
end $$;
create trigger announce_category after insert or update on public.categories for each statement execute function app.announce_catalogue();
create trigger announce_subcategory after insert or update on public.subcategories for each statement execute function app.announce_catalogue();
create trigger announce_form after insert on public.form_versions for each statement execute function app.announce_catalogue();
select migrations.allow('app.announce_catalogue()');

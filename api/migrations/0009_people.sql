-- Who may know what about whom.

create index users_by_name on public.users (name, id); -- the list of people, page by page

-- More than name and team is for oneself, the lead of one's team, managers, directors and admins. What is not returned
-- is not for the caller to know.
create function app.profiles_of(people uuid[])
  returns table (user_id uuid, email text, role text, status text, availability text, time_zone text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select u.id, u.email, u.role, u.status, u.availability, u.time_zone
  from public.users u
  where u.id = any (people) and (
    u.id = (select app.me())
    or (select app.my_role()) in ('admin', 'director', 'manager')
    or ((select app.my_role()) = 'team_lead' and u.team_id = (select app.my_team())));
end;
select migrations.hand_over('app.profiles_of(uuid[])', 'app_definer', 'app');

-- An edit says which version it is based on.
alter table public.canned_replies add column version int not null default 1;
grant update (version) on public.canned_replies to app;

-- Whoever may use a reply may not write it: the same as canned-reply.policy.ts.
drop policy canned_usable on public.canned_replies;
drop policy canned_write on public.canned_replies;
create policy canned_read on public.canned_replies for select to app using (
  audience = 'private' and owner_id = (select app.me())
  or audience = 'team' and (team_id = (select app.my_team()) or (select app.my_role()) in ('manager', 'director', 'admin'))
  or audience = 'everyone' and (select app.me()) is not null
);
create policy canned_add on public.canned_replies for insert to app with check (
  owner_id = (select app.me()) and (
    audience = 'private'
    or audience = 'team' and team_id = (select app.my_team()) and (select app.my_role()) = 'team_lead'
    or (select app.my_role()) in ('manager', 'director', 'admin'))
);
create policy canned_change on public.canned_replies for update to app using (
  audience = 'private' and owner_id = (select app.me())
  or audience = 'team' and team_id = (select app.my_team()) and (select app.my_role()) = 'team_lead'
  or audience <> 'private' and (select app.my_role()) in ('manager', 'director', 'admin')
);
create policy canned_remove on public.canned_replies for delete to app using (
  audience = 'private' and owner_id = (select app.me())
  or audience = 'team' and team_id = (select app.my_team()) and (select app.my_role()) = 'team_lead'
  or audience <> 'private' and (select app.my_role()) in ('manager', 'director', 'admin')
);

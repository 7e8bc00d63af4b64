/**
 * What the database's own catalogue must never say. Each query names what is wrong; all of them must come back empty.
 * Runs on PostgreSQL 15 to 18, as anybody who may read the catalogue.
 */
export const findings: Record<string, string> = {
  'table without forced row-level security': `
    select relname from tables where not (relrowsecurity and relforcerowsecurity)`,

  'grant without a policy for that very role': `
    select format('%s %s %s', r.rolname, verb, t.relname)
    from tables t, roles r, verbs
    where may(r.oid, t.oid, verb) and not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polpermissive and p.polcmd in ('*', command) and r.oid = any (p.polroles))`,

  'policy that no grant lets anybody use': `
    select format('%s on %s for %s', p.polname, t.relname, r.rolname)
    from pg_policy p join tables t on t.oid = p.polrelid join roles r on r.oid = any (p.polroles)
    where not exists (select from verbs where p.polcmd in ('*', command) and may(r.oid, t.oid, verb))`,

  'policy for everybody': `
    select format('%s on %s', polname, relname) from pg_policy p join tables t on t.oid = p.polrelid where 0 = any (p.polroles)`,

  'policy that is always true for the API': `
    select format('%s on %s', polname, relname) from pg_policy p join tables t on t.oid = p.polrelid, roles r
    where r.rolname in ('app', 'app_system') and r.oid = any (p.polroles) and p.polpermissive
      and 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`,

  'function called once a row': `
    select format('%s on %s', polname, relname) from pg_policy p join tables t on t.oid = p.polrelid,
      concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) rule
    where regexp_count(rule, '(app|auth)\\.\\w+\\(') <> regexp_count(rule, 'SELECT (app|auth)\\.\\w+\\(')`,

  'truncate, references or trigger granted': `
    select format('%s %s %s', r.rolname, verb, t.relname)
    from tables t, roles r, unnest(array['truncate', 'references', 'trigger']) verb
    where has_table_privilege(r.oid, t.oid, verb)`,

  // many policies are "for all": only the missing grant keeps deletes out
  'delete granted': `
    select format('%s %s', r.rolname, t.relname) from tables t, roles r
    where has_table_privilege(r.oid, t.oid, 'delete')
      and (r.rolname, t.relname) not in (
        ('app', 'ticket_watchers'), ('app', 'drafts'), ('app', 'canned_replies'), ('app', 'ticket_attachments'), ('app_system', 'ticket_attachments'),
        -- unmerging and taking back
        ('app_system', 'ticket_watchers'), ('app_system', 'ticket_clocks'), ('app_system', 'notifications'), ('app_worker', 'ticket_changes'),
        ('app_worker', 'bulk_operations'), ('app_worker', 'bulk_items'), ('app_worker', 'exports'),
        ('app_worker', 'sessions'), ('app_worker', 'idempotency_keys'), ('app_worker', 'drafts'),
        ('app_worker', 'ticket_attachments'), ('app_worker', 'account_links'), ('app_worker', 'sign_ups'),
        ('app_worker', 'saved_views'), ('app_indexer', 'ticket_tags'), ('app_indexer', 'compared_answers'))`,

  'granted to everybody': `
    select format('%s %s', relname, privilege_type) from ours, aclexplode(relacl) where grantee = 0
    union all
    select format('%s.%s %s', relname, attname, privilege_type)
    from ours t join pg_attribute a on a.attrelid = t.oid, aclexplode(a.attacl) where grantee = 0`,

  'column the API must not change': `
    select format('%s.%s', t.relname, a.attname) from tables t join columns a on a.attrelid = t.oid
    where has_column_privilege('app', t.oid, a.attnum, 'update') and (t.relname, a.attname) not in (
      ('tickets', 'updated_at'), ('notifications', 'read_at'),
      ('notifications', 'in_app_at'), ('notifications', 'by_mail'), ('notifications', 'digest'), ('notifications', 'mail_at'),
      ('notification_preferences', 'deliveries'), ('notification_preferences', 'digest_every'), ('notification_preferences', 'digest_at'),
      ('notification_preferences', 'quiet_from'), ('notification_preferences', 'quiet_to'), ('notification_preferences', 'updated_at'),
      ('idempotency_keys', 'ticket_id'), ('idempotency_keys', 'status'), ('idempotency_keys', 'body'),
      ('exports', 'state'), ('exports', 'attempts'), ('exports', 'done'), ('exports', 'total'), ('exports', 'file_id'), ('exports', 'size'),
      ('exports', 'sha256'), ('exports', 'reason'), ('exports', 'role'), ('exports', 'team_id'), ('exports', 'expires_at'),
      ('bulk_operations', 'finished_at'), ('bulk_items', 'state'), ('bulk_items', 'reason'), ('bulk_items', 'change_id'),
      ('drafts', 'content'), ('drafts', 'updated_at'), ('pinned_places', 'places'), ('pinned_places', 'default_view'),
      ('canned_replies', 'title'), ('canned_replies', 'body'), ('canned_replies', 'category'), ('canned_replies', 'audience'),
      ('canned_replies', 'team_id'), ('canned_replies', 'version'), ('canned_replies', 'updated_at'),
      ('categories', 'name'), ('categories', 'icon'), ('categories', 'position'), ('categories', 'is_active'), ('categories', 'version'),
      ('subcategories', 'name'), ('subcategories', 'aliases'), ('subcategories', 'default_team_id'), ('subcategories', 'default_priority'),
      ('subcategories', 'position'), ('subcategories', 'is_active'), ('subcategories', 'version'),
      ('saved_views', 'name'), ('saved_views', 'audience'), ('saved_views', 'team_id'), ('saved_views', 'search'), ('saved_views', 'version'),
      ('saved_views', 'updated_at'), ('saved_views', 'deleted_at'),
      ('ticket_attachments', 'content_type'), ('ticket_attachments', 'sha256'), ('ticket_attachments', 'status'),
      ('ticket_attachments', 'width'), ('ticket_attachments', 'height'), ('ticket_attachments', 'thumbnail'))`,

  'column the API must not choose': `
    select format('%s.%s', t.relname, a.attname) from tables t join columns a on a.attrelid = t.oid
    where has_column_privilege('app', t.oid, a.attnum, 'insert') and (
      t.relname in ('users', 'teams', 'user_credentials', 'sessions', 'outbox', 'notifications', 'settings', 'ticket_clocks')
      or a.attname in ('created_at', 'updated_at', 'at', 'hash', 'previous_hash', 'db_role')
      or t.relname = 'tickets' and a.attname in ('number', 'status', 'version', 'escalation_level', 'assigned_to_user_id', 'assigned_team_id',
        'merged_into_id', 'first_response_due_at', 'resolution_due_at', 'resolved_at', 'resolved_by_user_id', 'closed_at', 'deleted_at'))`,

  'column no move may change': `
    select format('%s.%s', t.relname, a.attname) from tables t join columns a on a.attrelid = t.oid
    where has_column_privilege('app_system', t.oid, a.attnum, 'update')
      and a.attname in ('id', 'number', 'version', 'reported_by_user_id', 'created_at', 'ticket_id', 'author_id', 'actor_id')
      -- what belongs to nothing yet becomes part of a ticket; from there it moves only between two that are being merged
      and (t.relname, a.attname) not in (('ticket_responses', 'ticket_id'), ('ticket_attachments', 'ticket_id'))`,

  'secrets readable by the API': `
    select format('%s %s.%s', r.rolname, t.relname, a.attname) from tables t join columns a on a.attrelid = t.oid, roles r
    where r.rolname in ('app', 'app_system') and has_column_privilege(r.oid, t.oid, a.attnum, 'select')
      and (t.relname in ('user_credentials', 'sessions') or (t.relname, a.attname) = ('users', 'email'))`,

  'job readable or changeable by the API': `
    select format('%s %s %s.%s', r.rolname, verb, c.relname, a.attname)
    from pg_class c join columns a on a.attrelid = c.oid, roles r, unnest(array['select', 'update']) verb
    where c.relnamespace = to_regnamespace('jobs') and c.relkind in ('r', 'p') and r.rolname in ('app', 'app_system', 'app_auth', 'app_definer', 'app_router', 'app_indexer')
      and has_column_privilege(r.oid, c.oid, a.attnum, verb)
      and not (verb = 'select' and (c.relname in ('queue', 'version') or c.relname like 'job%' and a.attname in ('id', 'start_after')))
    union all
    select format('%s delete %s', r.rolname, c.relname) from pg_class c, roles r
    where c.relnamespace = to_regnamespace('jobs') and c.relkind in ('r', 'p') and r.rolname <> 'app_worker' and has_table_privilege(r.oid, c.oid, 'delete')`,

  'view that runs as its owner': `
    select relname from ours where relkind = 'v' and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)`,

  'materialized view granted': `
    select format('%s to %s', t.relname, r.rolname) from ours t, roles r
    where t.relkind = 'm' and r.rolname not in ('app_worker', 'app_definer') and has_any_column_privilege(r.oid, t.oid, 'select')`,

  // a body parsed at creation is bound already; a definer function still fixes the path for what it calls
  'function with a search path others choose': `
    select p.name from functions p
    where (p.prosecdef or p.prosqlbody is null) and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')`,

  // pg_temp that is not named comes first for tables
  'pg_temp not last in a search path': `
    select p.name from functions p, unnest(p.proconfig) c where c like 'search_path=%' and c !~ 'pg_temp$'`,

  'search path somebody may write to': `
    select format('%s: %s', p.name, s) from functions p, unnest(p.proconfig) c, unnest(string_to_array(substr(c, 13), ', ')) s, roles r
    where c like 'search_path=%' and s <> 'pg_temp' and has_schema_privilege(r.oid, trim(s, '"'), 'create')`,

  'definer function of the wrong owner': `
    select p.name from functions p where p.prosecdef and pg_get_userbyid(p.proowner) not in ('app_definer', 'app_router', 'app_indexer')`,

  'function everybody may call': `
    select p.name from functions p where has_function_privilege(0::oid, p.oid, 'execute')`,

  'role with too much power': `
    select rolname from roles where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit`,

  'role that may be entered by login and must not': `
    select rolname from roles where rolcanlogin <> (rolname in ('app', 'app_worker'))`,

  // 16 and later: who creates a role becomes its member, but may neither enter it nor inherit from it
  'member of a role it must not become': `
    select format('%s of %s', pg_get_userbyid(m.member), r.rolname) from pg_auth_members m join roles r on r.oid = m.roleid
    where coalesce((to_jsonb(m) ->> 'set_option')::boolean or (to_jsonb(m) ->> 'inherit_option')::boolean, true)
      and (pg_get_userbyid(m.member)::text, r.rolname) not in (('app', 'app_system'), ('app', 'app_auth'))
    union all
    select format('%s of %s', r.rolname, pg_get_userbyid(m.roleid)) from pg_auth_members m join roles r on r.oid = m.member
    where (r.rolname, pg_get_userbyid(m.roleid)::text) not in (('app', 'app_system'), ('app', 'app_auth'))`,

  'policies of another role apply to every request': `
    select rolname from roles where rolname <> 'app' and pg_has_role('app', oid, 'usage')`,

  'table that a role of ours owns': `
    select format('%s of %s', t.relname, r.rolname) from ours t join roles r on r.oid = t.relowner`,

  'schema writable': `
    select format('%s by %s', s, r.rolname) from unnest(array['public', 'app', 'extensions', 'jobs', 'migrations']) s, roles r
    where to_regnamespace(s) is not null and has_schema_privilege(r.oid, s, 'create')`,

  'tools of the migrations within reach': `
    select rolname from roles where has_schema_privilege(oid, 'migrations', 'usage')`,

  'foreign key without an index': `
    select format('%s %s', t.relname, c.conname) from pg_constraint c join tables t on t.oid = c.conrelid
    where c.contype = 'f' and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null)`,

  // comparing enums is not leakproof: under row-level security no index would be used
  'enum column': `
    select format('%s.%s', t.relname, a.attname) from tables t join columns a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
    where y.typtype = 'e'`,
}

/** What the queries above call things. Temporary, in the session of whoever asks. */
export const vocabulary = `
  create temp view ours as
    select c.oid, c.relname::text, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relowner, c.relacl
    from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e');
  create temp view tables as select * from ours where relkind in ('r', 'p');
  create temp view columns as select attrelid, attnum, attname::text, atttypid from pg_attribute where attnum > 0 and not attisdropped;
  create temp view functions as
    select p.*, p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');
  create temp view roles as
    select oid, rolname::text, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit, rolcanlogin from pg_roles
    where rolname in ('app', 'app_system', 'app_auth', 'app_worker', 'app_definer', 'app_router', 'app_indexer');
  create temp table verbs as
    select * from (values ('select', 'r'::"char"), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) v (verb, command);
  create function pg_temp.may(role oid, target oid, verb text) returns boolean language sql return
    has_table_privilege(role, target, verb) or (verb <> 'delete' and has_any_column_privilege(role, target, verb));`

/** Everything that is wrong, as `finding: what`. */
export const findingsQuery = Object.entries(findings)
  .map(
    ([wrong, query]) =>
      `select '${wrong}: ' || found as finding from (${query.replaceAll('may(', 'pg_temp.may(')}) x (found)`,
  )
  .join('\nunion all\n')

-- Files stand in the order in which they were named when they became part of something: a microsecond apart, so that those of
-- a later moment, or of a ticket that is merged, come after. Older ones stand by when they were uploaded.
alter table public.ticket_attachments add attached_at timestamptz;
grant update (attached_at) on public.ticket_attachments to app_system;

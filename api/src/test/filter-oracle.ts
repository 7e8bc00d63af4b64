import {
  type FilterKey,
  fieldOf,
  type TicketCondition,
  type TicketQuery,
  type TicketStatus,
} from '@physique57/contracts'
import type { Client } from 'pg'
import { rangeOf } from '../features/tickets/time-range.ts'

export interface MeantTicket {
  id: string
  status: TicketStatus
  isOpen: boolean
  createdAt: Date
  dueAt: Date | null
  followUpAt: Date | null
}

/**
 * The tickets that somebody means and may see, in the plainest SQL, asked as one whom row-level security does not bind. Written
 * a second time on purpose: nothing here comes from how lists are made.
 */
export async function meantTickets(superuser: Client, me: string, query: TicketQuery): Promise<MeantTicket[]> {
  const { rows } = await superuser.query<MeantTicket>(`
    select id, status, status not in ('resolved', 'closed') as "isOpen", created_at as "createdAt",
      resolution_due_at as "dueAt", follow_up_at as "followUpAt"
    from public.tickets
    where ${['deleted_at is null', 'merged_into_id is null', visibleTo(me), ...query.conditions.map((each) => so(each, me)), ...said(query)].join(' and ')}
    order by id`)
  return rows
}

const visibleTo = (me: string) => `exists (
  select from public.users u where u.id = ${literal(me)} and (
    u.role in ('admin', 'director', 'manager') or u.team_id = assigned_team_id or u.id = assigned_to_user_id
    or u.id = reported_by_user_id or u.id in (select user_id from public.ticket_watchers where ticket_id = tickets.id)))`

function so(condition: TicketCondition, me: string): string {
  const any = condition.values.map((value) => `(${meaning(condition, value, me)})`).join(' or ')
  return condition.not ? `(${any}) is not true` : `(${any}) is true`
}

// no phrase runs from one into the other
const words = "(' ' || lower(title) || ' / ' || lower(description) || ' ')"
const said = ({ words: wanted, phrases, unwanted }: TicketQuery): string[] => [
  ...[...wanted, ...phrases].map((text) => `position(${literal(` ${text} `)} in ${words}) > 0`),
  ...unwanted.map((text) => `position(${literal(` ${text} `)} in ${words}) = 0`),
]

const literal = (value: string | Date) =>
  `'${(value instanceof Date ? value.toISOString() : value).replaceAll("'", "''")}'`

const columnOf: Partial<Record<FilterKey, string>> = {
  due: 'resolution_due_at',
  response: 'first_response_due_at',
  created: 'created_at',
  updated: 'updated_at',
  occurred: 'occurred_at',
  followup: 'follow_up_at',
  resolved: 'resolved_at',
  closed: 'closed_at',
  category: 'category_id',
  subcategory: 'subcategory_id',
  studio: 'studio_id',
  team: 'assigned_team_id',
  client: 'client_id',
  assignee: 'assigned_to_user_id',
  reporter: 'reported_by_user_id',
  mood: 'client_mood',
  level: 'escalation_level',
}

/** What one value of a condition means. */
function meaning({ field, operator }: TicketCondition, value: string, me: string): string {
  const column = columnOf[field] ?? field
  const sign = { is: '=', contains: '=', before: '<', after: '>' }[operator]
  if (field.startsWith('form.')) {
    const key = field.slice(5)
    if (value === 'none') return `answers -> '${key}' is null`
    if (operator === 'contains') return `(answers ->> '${key}') ilike '%${value}%'`
    if (operator === 'is')
      return `(answers -> '${key}' @> to_jsonb(${literal(value)}::text) or answers ->> '${key}' = ${literal(value)})`
    return `(answers -> '${key}')::numeric ${sign} ${value}`
  }
  if (field === 'tag') return value === 'none' ? "tags = '{}'" : `${literal(value)} = any (tags)`
  if (value === 'none') return `${column} is null`
  if (value === 'mine') return `${column} = (select team_id from public.users where id = ${literal(me)})`
  const { kind } = fieldOf(field)
  if (kind === 'time') {
    const at = { now: new Date(), timeZone: 'Asia/Kolkata', liesAhead: fieldOf(field).liesAhead === true }
    const { from, to } = rangeOf(value, at)
    const moment = at.liesAhead && /^\d+[mhdw]$/.test(value) ? to : from
    if (operator === 'before') return `${column} < ${literal(moment)}`
    if (operator === 'after') return `${column} >= ${literal(moment)}`
    return `${column} between ${literal(from)} and ${literal(new Date(to.getTime() - 1))}`
  }
  if (field === 'status' && value === 'open') return "status not in ('resolved', 'closed')"
  if (field === 'informed') return `client_informed = ${value === 'yes'}`
  if (field === 'title' || field === 'description') return `position(lower(${literal(value)}) in lower(${field})) > 0`
  if (field === 'watcher')
    return `id in (select ticket_id from public.ticket_watchers where user_id = ${literal(value === 'me' ? me : value)})`
  if (field === 'is')
    return {
      open: "status not in ('resolved', 'closed')",
      overdue: "status not in ('resolved', 'closed') and resolution_due_at < now()",
      unanswered: "status not in ('resolved', 'closed') and first_response_due_at is not null",
      escalated: 'escalation_level > 0',
    }[value] as string
  return `${column}::text ${sign} ${literal(value === 'me' ? me : value)}`
}

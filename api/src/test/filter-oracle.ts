import {
  type FilterKey,
  fieldOf,
  type namedTimes,
  type TicketCondition,
  type TicketQuery,
  type TicketStatus,
} from '@physique57/contracts'
import type { Client } from 'pg'

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

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

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
    if (operator === 'contains') return `position(lower(${literal(value)}) in lower(answers ->> '${key}')) > 0`
    if (operator === 'is')
      return `(answers -> '${key}' @> to_jsonb(${literal(value)}::text) or answers ->> '${key}' = ${literal(value)})`
    const isDay = key === 'when'
    if (isDay) return `(answers ->> '${key}')::date ${operator === 'before' ? '<' : '>='} ${dayOf(value)}`
    return `(answers -> '${key}')::numeric ${sign} ${value}`
  }
  if (field === 'tag') return value === 'none' ? "tags = '{}'" : `${literal(value)} = any (tags)`
  if (value === 'none') return `${column} is null`
  if (value === 'mine') return `${column} = (select team_id from public.users where id = ${literal(me)})`
  if (fieldOf(field).kind === 'time') return timeMeaning({ field, operator }, column, value)
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

const here = "at time zone 'Asia/Kolkata'"
const today = `(now() ${here})::date`
const monday = `date_trunc('week', ${today})::date`
const firstOfMonth = `date_trunc('month', ${today})::date`

/** The first day of a stretch and the one after its last, as PostgreSQL counts them. */
const stretches: Record<(typeof namedTimes)[number], [first: string, next: string]> = {
  today: [today, `${today} + 1`],
  yesterday: [`${today} - 1`, today],
  tomorrow: [`${today} + 1`, `${today} + 2`],
  'this-week': [monday, `${monday} + 7`],
  'last-week': [`${monday} - 7`, monday],
  'next-week': [`${monday} + 7`, `${monday} + 14`],
  'this-month': [firstOfMonth, `${firstOfMonth} + interval '1 month'`],
  'last-month': [`${firstOfMonth} - interval '1 month'`, firstOfMonth],
}

const units: Record<string, string> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' }
/** `3 d` from now, or before it. */
const away = (value: string, sign: '+' | '-'): string =>
  `(now() ${sign} interval '${value.slice(0, -1)} ${units[value.slice(-1)]}')`

const startOf = (day: string): string => `((${day})::timestamp ${here})`

function momentsOf(value: string, liesAhead: boolean): [from: string, to: string] {
  if (/^\d+[mhdw]$/.test(value)) return liesAhead ? ['now()', away(value, '+')] : [away(value, '-'), 'now()']
  if (value.includes('T')) return [`${literal(value)}::timestamptz`, `${literal(value)}::timestamptz + interval '1 ms'`]
  const named = stretches[value as keyof typeof stretches]
  const [first = '', last = first] = value.split('..')
  const [from, next] = named ?? [`${literal(first)}::date`, `${literal(last)}::date + 1`]
  return [startOf(from), startOf(next)]
}

function timeMeaning({ field, operator }: Pick<TicketCondition, 'field' | 'operator'>, column: string, value: string) {
  const liesAhead = ['due', 'response', 'followup'].includes(field)
  const [from, to] = momentsOf(value, liesAhead)
  // of a stretch ahead the far end
  const moment = liesAhead && /^\d+[mhdw]$/.test(value) ? to : from
  if (operator === 'before') return `${column} < ${moment}`
  if (operator === 'after') return `${column} >= ${moment}`
  return `${column} >= ${from} and ${column} < ${to}`
}

/** An answer that is a day is compared with a day. */
const dayOf = (value: string): string => `(${momentsOf(value, false)[0]} ${here})::date`

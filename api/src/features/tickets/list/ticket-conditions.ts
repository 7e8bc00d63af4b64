import { fieldOf, isFormKey, isOpenStatus, type TicketCondition, type TicketStatus } from '@physique57/contracts'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../context.ts'
import type { Tables } from '../../../db/tables.ts'
import { answerIs } from './answer-conditions.ts'
import { momentOf, rangeOf } from './time-range.ts'

type Where = ExpressionBuilder<Tables, 'tickets'>
type Is = Expression<SqlBool>

export interface Asking {
  actor: Actor
  now: Date
}

/** A condition as SQL. What is unknown of a ticket is not so; `not` turns that round. */
export function ticketIs(where: Where, condition: TicketCondition, asking: Asking): Is {
  const expressions = alternatives(where, condition, asking)
  const any = expressions.length > 0 ? where.or(expressions) : sql<SqlBool>`false`
  return condition.not ? sql<SqlBool>`coalesce(not (${any}), true)` : any
}

/** Whether only open tickets can be so; then `is_open` may stand literally, which partial indexes need. */
export const impliesOpen = ({ field, not, values }: TicketCondition): boolean =>
  !not &&
  ((field === 'status' && values.every((value) => value === 'open' || isOpenStatus(value as TicketStatus))) ||
    (field === 'is' && values.every((value) => value !== 'escalated')))

/** "is_open" stands as literal text: a plan with a parameter could not use the partial indexes. */
export const isOpen = sql<SqlBool>`tickets.is_open`

const states = {
  open: () => isOpen,
  overdue: (where: Where, now: Date) => where.and([isOpen, where('tickets.resolutionDueAt', '<', now)]),
  // the first clock never pauses, and stops with the first response
  unanswered: (where: Where) => where.and([isOpen, where('tickets.firstResponseDueAt', 'is not', null)]),
  escalated: (where: Where) => where('tickets.escalationLevel', '>', 0),
} satisfies Record<string, (where: Where, now: Date) => Is>

const times = {
  due: 'tickets.resolutionDueAt',
  response: 'tickets.firstResponseDueAt',
  created: 'tickets.createdAt',
  updated: 'tickets.updatedAt',
  occurred: 'tickets.occurredAt',
  followup: 'tickets.followUpAt',
  resolved: 'tickets.resolvedAt',
  closed: 'tickets.closedAt',
} as const

const columns = {
  priority: 'tickets.priority',
  category: 'tickets.categoryId',
  subcategory: 'tickets.subcategoryId',
  studio: 'tickets.studioId',
  team: 'tickets.assignedTeamId',
  client: 'tickets.clientId',
  assignee: 'tickets.assignedToUserId',
  reporter: 'tickets.reportedByUserId',
  source: 'tickets.source',
  mood: 'tickets.clientMood',
} as const

function alternatives(where: Where, condition: TicketCondition, { actor, now }: Asking): Is[] {
  const { field, operator, values } = condition
  if (isFormKey(field)) return values.map((value) => answerIs(field.slice('form.'.length), operator, value))
  switch (field) {
    case 'status': {
      const statuses = values.filter((value) => value !== 'open') as TicketStatus[]
      return [
        ...(values.includes('open') ? [isOpen] : []),
        ...(statuses.length > 0 ? [where('tickets.status', 'in', statuses)] : []),
      ]
    }
    case 'is':
      return values.map((value) => states[value as keyof typeof states](where, now))
    case 'tag':
      return isTagged(values)
    case 'watcher':
      return [isWatchedBy(values, actor)]
    case 'title':
    case 'description':
      return values.map((value) => sql<SqlBool>`strpos(lower(tickets.${sql.ref(field)}), lower(${value})) > 0`)
    case 'level':
      return values.map((value) => where('tickets.escalationLevel', compare[operator], Number(value)))
    case 'informed':
      return values.map((value) => where('tickets.clientInformed', '=', value === 'yes'))
    case 'due':
    case 'response':
    case 'created':
    case 'updated':
    case 'occurred':
    case 'followup':
    case 'resolved':
    case 'closed': {
      const at = { now, timeZone: actor.timeZone, liesAhead: fieldOf(field).liesAhead === true }
      return values.map((value) => isWithin(where, times[field], operator, value, at))
    }
    default:
      return isOneOf(where, columns[field], values, actor)
  }
}

const compare = { is: '=', contains: '=', before: '<', after: '>' } as const

function isWithin(
  where: Where,
  column: (typeof times)[keyof typeof times],
  operator: TicketCondition['operator'],
  value: string,
  at: Parameters<typeof rangeOf>[1],
): Is {
  if (value === 'none') return where(column, 'is', null)
  if (operator === 'before') return where(column, '<', momentOf(value, at))
  if (operator === 'after') return where(column, '>=', momentOf(value, at))
  const { from, to } = rangeOf(value, at)
  return where.and([where(column, '>=', from), where(column, '<', to)])
}

function isOneOf(where: Where, column: (typeof columns)[keyof typeof columns], values: string[], actor: Actor): Is[] {
  const named = values.filter((value) => value !== 'none').flatMap((value) => whoseIs(value, actor))
  return [
    // which values a column may have was settled when the condition was read
    ...(named.length > 0 ? [where(column, 'in', named as never[])] : []),
    ...(values.includes('none') ? [where(column, 'is', null)] : []),
  ]
}

/** By the side table: on the column itself no index would be used. */
function isTagged(values: string[]): Is[] {
  const tags = values.filter((value) => value !== 'none')
  return [
    ...(tags.length > 0
      ? [
          sql<SqlBool>`exists (select from public.ticket_tags tagged where tagged.ticket_id = tickets.id and tagged.tag = any (${tags}::text[]))`,
        ]
      : []),
    ...(values.includes('none') ? [sql<SqlBool>`tickets.tags = '{}'`] : []),
  ]
}

/** `me` and `mine` are who asks; of somebody without a team nothing is their team's. */
const whoseIs = (value: string, { id, team }: Actor): string[] =>
  value === 'me' ? [id] : value === 'mine' ? (team ? [team.id] : []) : [value]

/** One's own watching is a row one may read; other people's is known to whoever sees the ticket. */
function isWatchedBy(people: string[], actor: Actor): Is {
  const ids = people.map((person) => (person === 'me' ? actor.id : person))
  return ids.every((id) => id === actor.id)
    ? sql<SqlBool>`tickets.id = any (array(select ticket_id from public.ticket_watchers where user_id = any (${ids}::uuid[])))`
    : sql<SqlBool>`exists (select from app.watchers_of(tickets.id) watcher where watcher = any (${ids}::uuid[]))`
}

import { isFormKey, type Operator, type TicketCondition } from '@physique57/contracts'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { dayFor } from './time-range.ts'

/** Days an answer is compared with that are said from today (`7d`) as the days they are. */
export function withDays(condition: TicketCondition, { actor, now }: Pick<Tx, 'actor' | 'now'>): TicketCondition {
  const { field, operator, values } = condition
  if (!isFormKey(field) || (operator !== 'before' && operator !== 'after')) return condition
  const at = { now, timeZone: actor.timeZone, liesAhead: false }
  // what is written down begins with a digit or is a number
  const isSaid = (value: string) => !/^-?[\d.-]+$/.test(value)
  return { ...condition, values: values.map((value) => (isSaid(value) ? dayFor(value, at) : value)) }
}

/** What was answered to a question, whatever its type: one of several choices counts like a single one. */
export function answerIs(key: string, operator: Operator, value: string): Expression<SqlBool> {
  const answer = sql`(tickets.answers -> ${key}::text)`
  const text = sql`(tickets.answers ->> ${key}::text)`
  switch (operator) {
    case 'is':
      return value === 'none'
        ? sql<SqlBool>`not (tickets.answers ? ${key}::text)`
        : sql<SqlBool>`(case jsonb_typeof(${answer}) when 'array' then ${answer} ? ${value}::text else ${text} = ${value} end)`
    case 'contains':
      return sql<SqlBool>`strpos(lower(${text}), lower(${value})) > 0`
    case 'before':
    case 'after': {
      const sign = operator === 'before' ? sql`<` : /^\d{4}-/.test(value) ? sql`>=` : sql`>`
      return /^\d{4}-/.test(value)
        ? sql<SqlBool>`(${text} ~ '^\\d{4}-' and ${text} collate "C" ${sign} ${value})`
        : sql<SqlBool>`(case jsonb_typeof(${answer}) when 'number' then ${text}::numeric ${sign} ${value}::numeric end)`
    }
  }
}

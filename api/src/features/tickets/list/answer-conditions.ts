import type { Operator } from '@physique57/contracts'
import { type Expression, type SqlBool, sql } from 'kysely'

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

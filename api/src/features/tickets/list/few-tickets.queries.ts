import { isFormKey, type Operator, type TicketCondition } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../../db/database.ts'
import { countCap } from '../../../http/cursor.ts'

/**
 * The visible tickets that can meet a condition at all, if an index tells and they are no more than a count counts. What
 * is common is found soon by reading tickets in their order; what is rare would be looked for in all of them.
 */
export async function findFew(db: Db, condition: TicketCondition): Promise<string[] | null> {
  if (!isIndexed(condition)) return null
  const ids = new Set<string>()
  for (const value of condition.values) {
    const { rows } = await sql<{ few: string[] | null }>`select ${fewThatSay(condition, value)} as few`.execute(db)
    if (!rows[0]?.few) return null
    for (const id of rows[0].few) ids.add(id)
  }
  return [...ids]
}

function fewThatSay({ field, operator }: TicketCondition, value: string) {
  if (isFormKey(field) && operator === 'contains') return sql`app.few_that_answer(${value}, ${countCap})`
  return isFormKey(field) && compares(operator)
    ? sql`app.few_that_compare(${field.slice('form.'.length)}, ${operator}, ${value}, ${countCap})`
    : sql`app.few_tickets(${field}, ${value}, ${countCap})`
}

const compares = (operator: Operator) => operator === 'before' || operator === 'after'

function isIndexed({ field, operator, not, values }: TicketCondition): boolean {
  if (not) return false
  if (!isFormKey(field)) return (field === 'title' || field === 'description') && values.every(hasTrigram)
  if (compares(operator)) return true
  if (operator === 'is') return !values.includes('none')
  return operator === 'contains' && values.every((value) => hasTrigram(value) && isSameInJson(value))
}

/** Three letters or digits in a row are what the index of a text knows. */
const hasTrigram = (value: string): boolean => /[\p{L}\p{N}]{3}/u.test(value)

const isSameInJson = (value: string): boolean => JSON.stringify(value) === `"${value}"`

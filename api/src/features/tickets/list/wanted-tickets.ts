import {
  looksForWords,
  parseTicketQuery,
  type TicketCondition,
  type TicketFieldKey,
  type TicketFilters,
  type TicketQuery,
  type TicketSort,
} from '@physique57/contracts'
import type { Db } from '../../../db/database.ts'
import type { Tx } from '../../../db/transaction.ts'
import { withDays } from './answer-conditions.ts'
import { findFew } from './few-tickets.queries.ts'
import { findIdsByName, type NamedField } from './names.queries.ts'

/** What a list, a count or a board asks for, said one way: names are ids by now, and answers are compared with days or numbers. */
export interface WantedTickets {
  conditions: TicketCondition[]
  /** Words that must occur, if any. */
  looked: TicketQuery | null
  /** Ids among which all of them are, where that is the shorter way to find them. */
  among: string[] | null
  sort: TicketSort
}

/** Filters as the API takes them. */
export type Asked = Omit<TicketFilters, 'limit' | 'cursor' | 'sort'> & Partial<Pick<TicketFilters, 'sort'>>

export async function readWanted({ db, actor, now }: Tx, asked: Asked): Promise<WantedTickets> {
  const typed = parseTicketQuery(asked.q ?? '')
  const filter = parseTicketQuery(asked.filter ?? '')
  const conditions = [...conditionsOf(asked), ...filter.conditions, ...typed.conditions].map((condition) =>
    withDays(condition, { actor, now }),
  )
  const looked = looksForWords(typed) ? typed : null
  const few = await Promise.all(conditions.map((condition) => findFew(db, condition)))
  const { sort = '-createdAt' } = asked
  return {
    conditions: await Promise.all(conditions.map((condition) => withIds(db, condition))),
    looked,
    among: few.filter((ids) => ids !== null).sort((one, other) => one.length - other.length)[0] ?? null,
    sort: sort === 'relevance' && !looked ? '-createdAt' : sort,
  }
}

/** The parameters with names of their own, as conditions like any other. */
function conditionsOf(asked: Asked): TicketCondition[] {
  const is = (field: TicketFieldKey, values: string[] | undefined): TicketCondition[] =>
    values ? [{ field, operator: 'is', not: false, values }] : []
  const state = (value: string, wanted: boolean | undefined): TicketCondition[] =>
    wanted === undefined ? [] : [{ field: 'is', operator: 'is', not: !wanted, values: [value] }]
  return [
    ...state('open', asked.open),
    ...state('overdue', asked.overdue),
    ...is('status', asked.status),
    ...is('priority', asked.priority),
    ...is('category', asked.categoryId),
    ...is('subcategory', asked.subcategoryId),
    ...is('studio', asked.studioId),
    ...is('team', asked.teamId),
    ...is('client', asked.clientId),
    ...is('assignee', asked.assignee),
    ...is('reporter', asked.reporter),
    ...(asked.createdFrom ? [{ ...created, operator: 'after' as const, values: [asked.createdFrom] }] : []),
    ...(asked.createdBefore ? [{ ...created, operator: 'before' as const, values: [asked.createdBefore] }] : []),
  ]
}

const created = { field: 'created', not: false } as const

const named = ['category', 'subcategory', 'studio', 'team', 'client', 'assignee', 'reporter', 'watcher'] as const
const isNamed = (field: string): field is NamedField => named.some((each) => each === field)
const isKnown = (value: string, field: NamedField): boolean =>
  value === 'none' ||
  value === (field === 'team' ? 'mine' : 'me') ||
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

/** A name that nothing is called leaves no value: then nothing is found. */
async function withIds(db: Db, condition: TicketCondition): Promise<TicketCondition> {
  const { field, values } = condition
  if (!isNamed(field)) return condition
  const names = values.filter((value) => !isKnown(value, field))
  if (names.length === 0) return condition
  const known = values.filter((value) => isKnown(value, field))
  return { ...condition, values: [...known, ...(await findIdsByName(db, field, names))] }
}

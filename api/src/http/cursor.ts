import { isStorable, Timestamp } from '@physique57/contracts'
import { z } from 'zod'
import { AppError } from './app-error.ts'

/** Where the next page of a list begins. Opaque to callers; not signed, because it only moves within what they may see. */
export const encodeCursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url')

export function decodeCursor<S extends z.ZodType>(shape: S, cursor: string | undefined): z.output<S> | undefined {
  if (cursor === undefined) return undefined
  const position = shape.safeParse(parsed(cursor))
  if (!position.success) throw foreignCursor()
  return position.data
}

export const foreignCursor = () =>
  new AppError('invalid_request', 'The cursor is not one of ours.', {
    errors: [{ path: 'cursor', message: 'Start again from the first page' }],
  })

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** A list by time: the last row's moment and id, and how many there are in all, counted once for the first page. */
export const TimeCursor = z.tuple([Timestamp.or(z.literal('infinity')), z.uuid(), z.int().min(0)])
export type TimeCursor = z.output<typeof TimeCursor>

/** A `real`: PostgreSQL refuses what is too large for it, and what is too small to be told from 0. */
const Real = z.float32().refine((number) => number === 0 || Math.fround(number) !== 0)

/** A list of tickets: the same, or how well the last row fitted. */
export const ListCursor = z.tuple([Timestamp.or(z.literal('infinity')).or(Real), z.uuid(), z.int().min(0)])
export type ListCursor = z.output<typeof ListCursor>

/** A list by name: the last row's id and name, and how many there are in all. */
export const NameCursor = z.tuple([z.uuid(), z.string().max(500).refine(isStorable), z.int().min(0)])
export type NameCursor = z.output<typeof NameCursor>

/** Counting stops here: nobody pages further, and it would cost more than the list. */
export const countCap = 10_000

/** One page out of `limit + 1` rows. */
export function toPage<Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  total: number,
  { at, item }: { at: (row: Row) => string; item: (row: Row) => Item },
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last ? encodeCursor([at(last), last.id, total] satisfies TimeCursor) : null,
    total: Math.min(total, countCap),
    totalIsCapped: total > countCap,
  }
}

/** The same of a list by name. */
export function toNamedPage<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  total: number,
  nameOf: (row: Row) => string,
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.id, nameOf(last), total] satisfies NameCursor) : null,
    total: Math.min(total, countCap),
    totalIsCapped: total > countCap,
  }
}

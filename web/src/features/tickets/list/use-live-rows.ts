import { useState } from 'react'
import { keepPlaces } from './live-rows.ts'

interface Source<T> {
  /** What the rows are an answer to; another question starts afresh. */
  question: string
  fresh: T[]
  hasMore: boolean
  /** Not the answer yet, or an old one that is being asked for again: nothing has to keep its place so far. */
  isProvisional: boolean
}

/** Rows that stay where they are while data change under them, and the way to bring them up to date. */
export function useLiveRows<T extends { id: string }>({ question, fresh, hasMore, isProvisional }: Source<T>) {
  const [shown, setShown] = useState<{ question: string; items: T[] } | null>(null)
  const holds = shown !== null && shown.question === question
  const live = keepPlaces(holds ? shown.items : [], fresh, hasMore)

  // What has been on screen keeps its place from now on (state follows data while rendering, without an effect).
  const items = live.rows.map((row) => row.item)
  if (!isProvisional && (!holds || items.length > shown.items.length)) setShown({ question, items })

  return { ...live, refresh: () => setShown({ question, items: fresh }) }
}

/** Whether what is shown was known before this list was opened, and is being asked for again. */
export function useIsOld(query: { isFetching: boolean; dataUpdatedAt: number }): boolean {
  const [openedAt] = useState(Date.now)
  return query.isFetching && query.dataUpdatedAt < openedAt
}

import type { Id } from '@physique57/contracts'
import type { Query, QueryClient } from '@tanstack/react-query'
import { askAgain } from '../../lib/ask-again.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { CLOCKS_AGE } from './api.ts'
import type { AskRows } from './renew-rows.ts'

/**
 * These tickets changed: the lists on screen ask for their rows alone, once however many pages are loaded. What is counted, and
 * lists whose rows cannot be placed here, are asked for again as a whole. Resolves when the lists say what is so now.
 */
export async function renewLists(client: QueryClient, ids: Id[], ask?: AskRows): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: queryKeys.ticketLists, predicate: canBeRenewed })
  askAgain(client, queryKeys.ticketLists, (query) => !lists.includes(query))
  if (lists.length === 0) return
  // by itself, so that the first load does not wait for it; where it cannot be had, the old way is as right
  const renewal = await import('./renew-rows.ts').catch(() => null)
  const renew = async (query: Query) => {
    if (!(await renewal?.renewRows(query, ids, ask))) askAgain(client, query.queryKey)
  }
  await Promise.all(lists.map(renew))
}

/** A list that is on screen, whose rows say themselves where they belong, and whose clocks are not to be moved on anyway. */
const canBeRenewed = (query: Query): boolean =>
  isList(query) &&
  query.isActive() &&
  query.state.data !== undefined &&
  !query.state.isInvalidated &&
  Date.now() - query.state.dataUpdatedAt < CLOCKS_AGE

const isList = ({ queryKey: [, , filters] }: Query): boolean =>
  typeof filters === 'object' &&
  filters !== null &&
  !('q' in filters) &&
  !('sort' in filters && filters.sort === 'relevance')

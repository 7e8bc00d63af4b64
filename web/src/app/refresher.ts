import type { QueryClient } from '@tanstack/react-query'
import { renewLists } from '../features/tickets/renew-lists.ts'
import { askAgain } from '../lib/ask-again.ts'
import type { LiveMessage } from '../lib/live.ts'
import { queryKeys } from '../lib/query-keys.ts'

/** A busy studio changes many tickets at once; what comes within this time is asked for together. */
const GATHER = 200

/** Turns what the server says has changed into queries to ask again. Only those on screen are fetched; the others become stale. */
export function createRefresher(client: QueryClient): { hear: (message: LiveMessage) => void; stop: () => void } {
  const ticketIds = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasConnected = false
  const invalidate = (queryKey: readonly unknown[]): void => askAgain(client, queryKey)

  const flush = (): void => {
    timer = undefined
    void renewLists(client, [...ticketIds])
    for (const id of ticketIds) {
      invalidate(queryKeys.ticketDetail(id))
      invalidate(queryKeys.ticketResponses(id))
      invalidate(queryKeys.ticketHistory(id))
    }
    ticketIds.clear()
  }

  const everythingOfMine = (): void => {
    invalidate(queryKeys.views)
    invalidate(queryKeys.places)
    invalidate(queryKeys.tickets)
    invalidate(queryKeys.notifications)
  }

  const hear = (message: LiveMessage): void => {
    switch (message.type) {
      case 'tickets':
        for (const id of message.ids) ticketIds.add(id)
        timer ??= setTimeout(flush, GATHER)
        break
      case 'presence':
        invalidate(queryKeys.ticketPresence(message.ticketId))
        break
      case 'notifications':
        invalidate(queryKeys.notifications)
        break
      case 'exports':
        invalidate(queryKeys.exports)
        break
      case 'views':
        invalidate(queryKeys.views)
        invalidate(queryKeys.places)
        break
      case 'catalogue':
        invalidate(queryKeys.catalogue)
        // their names stand in lists and details
        invalidate(queryKeys.tickets)
        break
      case 'connected':
        // what the page has just fetched need not be fetched again
        if (wasConnected) {
          invalidate(queryKeys.catalogue)
          invalidate(queryKeys.exports)
        }
        wasConnected = true
        everythingOfMine()
        break
      case 'refetch':
        everythingOfMine()
        break
    }
  }
  return { hear, stop: () => clearTimeout(timer) }
}

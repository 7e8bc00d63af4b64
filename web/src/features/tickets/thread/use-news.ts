import { type HistoryEntry, type Id, tickets } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/call.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const none: HistoryEntry[] = []

/** What others do to a ticket while somebody writes. Sending stops once for the latest of it. */
export function useNews(ticketId: Id, since: string | undefined) {
  const { data: items = none, refetch } = useQuery({
    // beneath the story, so that it is asked for again when that grows
    queryKey: [...queryKeys.ticketHistory(ticketId), 'since', since],
    queryFn: async ({ signal }) =>
      since ? (await call(tickets.news, { params: { id: ticketId }, query: { since }, signal })).items : none,
    enabled: since !== undefined,
  })
  const [lookedAt, setLookedAt] = useState<Id>()
  const last = items.at(-1)
  const isStopped = last !== undefined && last.id === lookedAt
  return {
    items,
    /** Sending was stopped for all of it: the next time it goes. */
    isStopped,
    /** Up to where the writer knows the story now. */
    seenUntil: isStopped ? last.at : since,
    /** Whether there is something to look at first. */
    stopOnce: (): boolean => {
      if (!last || isStopped) return false
      setLookedAt(last.id)
      return true
    },
    /** The server knew more than this page did. */
    look: async (): Promise<void> => {
      const { data } = await refetch()
      setLookedAt(data?.at(-1)?.id)
    },
  }
}

import type { TicketSummary } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { toast } from '../../../components/ui/toast.tsx'
import { describeError, hasCode } from '../../../lib/problem.ts'
import { ticketQueries } from '../api.ts'
import { keyFor, type SentKey, wasRefused } from '../idempotency-key.ts'
import { isWhole, refreshAfterChange, rememberTicket } from '../ticket-cache.ts'
import type { TicketAction } from './ticket-actions.ts'
import { sayWithUndo, useUndo } from './use-undo.ts'
import { changesInWords, whatChanged } from './what-changed.ts'

interface Options {
  /** Dialogs keep what was typed and show the failure themselves. */
  showsFailure?: boolean
  onDone?: () => void
}

/** Does something to a ticket: shown at once where safe, taken back with the reason and Retry when it fails. */
export function useTicketAction<V>(ticket: TicketSummary, action: TicketAction<V>, options: Options = {}) {
  const client = useQueryClient()
  const lastKey = useRef<SentKey>(undefined)
  const { queryKey } = ticketQueries.detail(ticket.id)
  const current = (): TicketSummary => client.getQueryData(queryKey) ?? ticket

  const undoing = useUndo()
  const mutation = useMutation({
    // One after the other: the second of two quick actions needs the version the first one made.
    scope: { id: `ticket-${ticket.id}` },
    mutationFn: (wanted: V) => {
      lastKey.current = keyFor(wanted ?? null, lastKey.current)
      return action.send(wanted, {
        params: { id: ticket.id },
        ifMatch: current().version,
        idempotencyKey: lastKey.current.key,
      })
    },
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey })
      const before = current()
      if (action.expected) rememberTicket(client, action.expected(before, wanted))
      return { before }
    },
    onSuccess: async (after, wanted) => {
      lastKey.current = undefined
      rememberTicket(client, after)
      const said = action.said?.(after, wanted)
      if (said) sayWithUndo(said, after, undoing.mutate)
      options.onDone?.()
      await refreshAfterChange(client, ticket.id)
    },
    onError: async (error, wanted, context) => {
      if (wasRefused(error)) lastKey.current = undefined
      const before = context?.before ?? ticket
      rememberTicket(client, before)
      const again = { action: { label: 'Retry', onClick: () => mutation.mutate(wanted) } }
      if (hasCode(error, 'stale_version')) {
        const fresh = await client.fetchQuery({ ...ticketQueries.detail(ticket.id), staleTime: 0 }).catch(() => null)
        if (fresh) rememberTicket(client, fresh)
        const changes = fresh && isWhole(before) ? changesInWords(whatChanged(before, fresh)) : ''
        if (options.showsFailure) return
        toast.error('Somebody changed this ticket meanwhile', { ...again, ...(changes && { description: changes }) })
      } else {
        if (!options.showsFailure) toast.error(describeError(error).why, again)
        await client.invalidateQueries({ queryKey })
      }
    },
  })
  return mutation
}

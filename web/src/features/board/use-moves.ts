import type { Id, Ticket, TicketStatus, TicketSummary } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '../../components/ui/toast.tsx'
import { newIdempotencyKey } from '../../lib/call.ts'
import { describeError } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { useAuth } from '../../stores/auth-store.ts'
import { ticketQueries } from '../tickets/api.ts'
import { type Attempt, assign, changeStatus, close, type TicketAction } from '../tickets/moves/ticket-actions.ts'
import { sayWithUndo, useUndo } from '../tickets/moves/use-undo.ts'
import { refreshAfterChange, rememberTicket } from '../tickets/ticket-cache.ts'
import type { Moves } from './columns.ts'
import { followCard } from './followed-card.ts'
import { wayTo } from './move-to.ts'

/** A drop that asks something before it counts. */
export interface Question {
  ticket: TicketSummary
  to: TicketStatus
  verb: 'assign' | 'resolve' | 'reopen'
}

interface Going {
  ticket: TicketSummary
  to: TicketStatus
  send: (attempt: Attempt) => Promise<Ticket>
  said: (after: Ticket) => string | undefined
}

/** Moving tickets between columns: shown at once, put back with the reason and Retry when it is refused, undone from the toast. */
export function useMoves() {
  const client = useQueryClient()
  const me = useAuth((auth) => auth.user)
  const undoing = useUndo()
  const [moves, setMoves] = useState<Moves>(new Map())
  const [question, setQuestion] = useState<Question | null>(null)

  const hold = (id: Id, to: TicketStatus) => {
    followCard(id)
    setMoves((before) => new Map(before).set(id, to))
  }
  const release = (id: Id) => setMoves((before) => new Map([...before].filter(([each]) => each !== id)))

  const { mutate } = useMutation({
    mutationFn: ({ ticket, send }: Going) =>
      send({ params: { id: ticket.id }, ifMatch: ticket.version, idempotencyKey: newIdempotencyKey() }),
    onMutate: ({ ticket, to }) => hold(ticket.id, to),
    onSuccess: async (after, { said }) => {
      rememberTicket(client, after)
      sayWithUndo(said(after) ?? `${after.key} has moved`, after, undoing.mutate)
      await refreshAfterChange(client, after.id)
    },
    onError: async (error, { ticket, to }) => {
      release(ticket.id)
      toast.error(describeError(error).why, { action: { label: 'Retry', onClick: () => void again(ticket, to) } })
      await client.invalidateQueries({ queryKey: queryKeys.ticketLists })
    },
    onSettled: (_, __, { ticket }) => release(ticket.id),
  })

  const run = <V>(ticket: TicketSummary, to: TicketStatus, action: TicketAction<V>, wanted: V) =>
    mutate({
      ticket,
      to,
      send: (attempt) => action.send(wanted, attempt),
      said: (after) => action.said?.(after, wanted),
    })

  function move(ticket: TicketSummary, to: TicketStatus): void {
    const way = wayTo(ticket, to)
    switch (way.verb) {
      case null:
        toast.error(way.why)
        break
      case 'status':
        run(ticket, to, changeStatus, to === 'pending' ? 'pending' : 'in_progress')
        break
      case 'take':
        if (me) run(ticket, to, assign, { to: { userId: me.id } })
        break
      case 'unassign':
        run(ticket, to, assign, { to: { userId: null } })
        break
      case 'close':
        run(ticket, to, close, undefined)
        break
      default:
        hold(ticket.id, to)
        setQuestion({ ticket, to, verb: way.verb })
    }
  }

  /** As it stands now, which may be elsewhere already. */
  async function again(ticket: TicketSummary, to: TicketStatus): Promise<void> {
    const fresh = await client.fetchQuery({ ...ticketQueries.detail(ticket.id), staleTime: 0 }).catch(() => ticket)
    if (fresh.status !== to) move(fresh, to)
  }

  /** Answered or not: once the lists know, the ticket stands where they say. */
  async function settle(): Promise<void> {
    if (!question) return
    const { ticket, to } = question
    setQuestion(null)
    const hasMoved = client.getQueryData(ticketQueries.detail(ticket.id).queryKey)?.status === to
    if (hasMoved) await client.invalidateQueries({ queryKey: queryKeys.ticketLists })
    release(ticket.id)
  }

  return { moves, move, question, settle, run }
}

import { type Answer, type Id, ResponseKind, type TicketResponse, tickets } from '@physique57/contracts'
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { call } from '../../lib/call.ts'
import { draftHere, dropDraft, keepDraft } from '../../lib/server-drafts.ts'
import { ticketQueries } from './api.ts'
import { draftQuery } from './draft-query.ts'
import { keyFor, wasRefused } from './idempotency-key.ts'
import { refreshAfterChange } from './ticket-cache.ts'
import { useOtherDraft } from './use-other-draft.ts'

const Draft = z.object({
  kind: ResponseKind.catch('reply'),
  body: z.string().catch(''),
  sent: z.object({ content: z.string(), key: z.string() }).optional().catch(undefined),
})
type Draft = z.infer<typeof Draft>

const asContent = ({ sent, ...draft }: Draft) => ({ ...draft, ...(sent && { sent }) })
const emptyDraft: Draft = { kind: 'reply', body: '' }

/** What is being written under a ticket: kept per ticket and person, sent once, still there when sending fails. */
export function useResponse(ticketId: Id, onSent: () => void) {
  const client = useQueryClient()
  const key = `reply:${ticketId}` as const
  const opened = useQuery(draftQuery(key)).data
  const [here] = useState(() => draftHere(key))
  const [typed, setTyped] = useState<Draft>()
  const draft = typed ?? Draft.safeParse(opened ? opened.content : here).data ?? emptyDraft
  const change = (next: Draft) => {
    setTyped(next)
    if (next.body === '') dropDraft(key)
    else keepDraft(key, asContent(next))
  }
  useOtherDraft(key, (content) => {
    change(Draft.safeParse(content).data ?? emptyDraft)
    return asContent(draft)
  })

  const send = useMutation({
    mutationFn: ({ kind, body, sent }: Draft) => {
      const content = { kind, body: body.trim() }
      const next = keyFor(content, sent)
      change({ kind, body, sent: next })
      return call(tickets.respond, { params: { id: ticketId }, body: content, idempotencyKey: next.key })
    },
    onSuccess: async (response, { kind }) => {
      change({ kind, body: '' })
      client.setQueryData(ticketQueries.responses(ticketId).queryKey, (data) => withResponse(data, response))
      onSent()
      await refreshAfterChange(client, ticketId)
    },
    onError: (error, { kind, body }) => {
      if (wasRefused(error)) change({ kind, body })
    },
  })

  return {
    kind: draft.kind,
    body: draft.body,
    write: (body: string) => change({ ...draft, body }),
    setKind: (kind: ResponseKind) => change({ ...draft, kind }),
    send: () => {
      if (draft.body.trim() !== '' && !send.isPending) send.mutate(draft)
    },
    isSending: send.isPending,
    error: send.error,
  }
}

type Pages = InfiniteData<Answer<typeof tickets.responses>>

/** The live update may have brought it already. */
function withResponse(data: Pages | undefined, response: TicketResponse): Pages | undefined {
  const last = data?.pages.at(-1)
  if (!data || !last || data.pages.some((page) => page.items.some(({ id }) => id === response.id))) return data
  const grown = { ...last, items: [...last.items, response], total: last.total + 1 }
  return { ...data, pages: [...data.pages.slice(0, -1), grown] }
}

import { type Answer, type Id, ResponseKind, type TicketResponse, tickets } from '@physique57/contracts'
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { call } from '../../lib/call.ts'
import { draftHere, dropDraft, keepDraft } from '../../lib/server-drafts.ts'
import { useUploads } from '../files/use-uploads.ts'
import { ticketQueries } from './api.ts'
import { draftQuery } from './draft-query.ts'
import { keyFor, wasRefused } from './idempotency-key.ts'
import { refreshAfterChange } from './ticket-cache.ts'
import { useOtherDraft } from './use-other-draft.ts'
import { useWhenArrived } from './use-when-arrived.ts'

const Draft = z.object({
  kind: ResponseKind.catch('reply'),
  body: z.string().catch(''),
  attachmentIds: z.array(z.string()).catch([]),
  sent: z.object({ content: z.string(), key: z.string() }).optional().catch(undefined),
})
type Draft = z.infer<typeof Draft>

const asContent = ({ sent, ...draft }: Draft) => ({ ...draft, ...(sent && { sent }) })
const emptyDraft: Draft = { kind: 'reply', body: '', attachmentIds: [] }
const isEmpty = ({ body, attachmentIds }: Draft): boolean => body.trim() === '' && attachmentIds.length === 0

/** What is being written under a ticket: kept per ticket and person, sent once, still there when sending fails. */
export function useResponse(ticketId: Id, onSent: () => void) {
  const client = useQueryClient()
  const key = `reply:${ticketId}` as const
  // What was opened before this was on screen is older than what this device keeps.
  const { data: opened, isFetchedAfterMount } = useQuery(draftQuery(key))
  const [here] = useState(() => draftHere(key))
  const [typed, setTyped] = useState<Draft>()
  const draft = typed ?? Draft.safeParse(opened && isFetchedAfterMount ? opened.content : here).data ?? emptyDraft
  // a file that arrives later changes what stands then
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  const change = (changes: Partial<Draft>) => {
    const next = { ...latest.current, ...changes }
    latest.current = next
    setTyped(next)
    if (next.body === '' && next.attachmentIds.length === 0) dropDraft(key)
    else keepDraft(key, asContent(next))
  }
  useOtherDraft(key, (content) => {
    const before = asContent(draft)
    change({ sent: undefined, ...(Draft.safeParse(content).data ?? emptyDraft) })
    return before
  })
  const uploads = useUploads(key, draft.attachmentIds, (attachmentIds) => change({ attachmentIds }))
  const { isWaiting, whenArrived } = useWhenArrived(key)

  const send = useMutation({
    mutationFn: ({ kind, body, attachmentIds, sent }: Draft) => {
      const content = { kind, body: body.trim(), ...(attachmentIds.length > 0 && { attachmentIds }) }
      const next = keyFor(content, sent)
      change({ sent: next })
      return call(tickets.respond, { params: { id: ticketId }, body: content, idempotencyKey: next.key })
    },
    onSuccess: async (response, sent) => {
      const addedSince = latest.current.attachmentIds.filter((id) => !sent.attachmentIds.includes(id))
      change({ body: '', attachmentIds: addedSince, sent: undefined })
      client.setQueryData(ticketQueries.responses(ticketId).queryKey, (data) => withResponse(data, response))
      onSent()
      await refreshAfterChange(client, ticketId)
    },
    onError: (error) => {
      if (wasRefused(error)) change({ sent: undefined })
    },
  })

  return {
    kind: draft.kind,
    body: draft.body,
    uploads,
    isEmpty: draft.body.trim() === '' && uploads.count === 0,
    write: (body: string) => change({ body }),
    setKind: (kind: ResponseKind) => change({ kind }),
    send: () => {
      if (send.isPending || (isEmpty(draft) && uploads.count === 0)) return
      void whenArrived(() => !isEmpty(latest.current) && send.mutate(latest.current))
    },
    isSending: send.isPending,
    /** For files that are still on their way. */
    isWaiting,
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

import {
  type Answer,
  mentionedIn,
  type ResponseKind,
  stillToFillIn,
  type Ticket,
  type TicketResponse,
  tickets,
} from '@physique57/contracts'
import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { call } from '../../../lib/call.ts'
import { hasCode, OfflineError } from '../../../lib/problem.ts'
import { draftHere, dropDraft, keepDraft } from '../../../lib/server-drafts.ts'
import { useUploads } from '../../files/use-uploads.ts'
import { ticketQueries } from '../api.ts'
import { draftQuery } from '../draft-query.ts'
import { keyFor, wasRefused } from '../idempotency-key.ts'
import { refreshAfterChange } from '../ticket-cache.ts'
import { useOtherDraft } from '../use-other-draft.ts'
import { useWhenArrived } from '../use-when-arrived.ts'
import { isNothing, putBack, Written } from './unsent-response.ts'
import { useNews } from './use-news.ts'
import type { Mentioned } from './writing-field.tsx'

const Draft = Written.extend({
  /** On its way, or not arrived: stands in the thread while another one is being written. */
  outgoing: Written.optional().catch(undefined),
})
type Draft = z.infer<typeof Draft>

const asContent = (draft: Draft) => z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(draft)))
const nothing: Written = { kind: 'reply', body: '', attachmentIds: [], mentions: [] }

/** What did not arrive before the page was left is in the field again, under the same key; with another text there it waits. */
function asOpened(content: unknown): Draft | undefined {
  const draft = Draft.safeParse(content).data
  return draft?.outgoing && isNothing(draft) ? { ...draft.outgoing } : draft
}

interface Happens {
  /** It stands in the thread now. */
  onSending: () => void
  /** It is in the field again. */
  onRefused: () => void
}

/** What is being written under a ticket: kept per ticket and person, sent once, still there when sending fails. */
export function useResponse(
  ticket: Pick<Ticket, 'id'> & Partial<Pick<Ticket, 'storyAt'>>,
  { onSending, onRefused }: Happens,
) {
  const client = useQueryClient()
  const ticketId = ticket.id
  const key = `reply:${ticketId}` as const
  // What was opened before this was on screen is older than what this device keeps.
  const { data: opened, isFetchedAfterMount } = useQuery(draftQuery(key))
  const [here] = useState(() => draftHere(key))
  const [typed, setTyped] = useState<Draft>()
  const draft: Draft = typed ?? asOpened(opened && isFetchedAfterMount ? opened.content : here) ?? nothing
  // a file that arrives later changes what stands then
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  })
  const change = (changes: Partial<Draft>) => {
    const before = latest.current
    const next = { ...before, ...changes }
    if (isNothing(next)) next.seenUntil = undefined
    // what happens from now on is news to whoever began to write
    else if (isNothing(before)) next.seenUntil ??= ticket.storyAt
    latest.current = next
    setTyped(next)
    if (isNothing(next) && !next.outgoing) dropDraft(key)
    else keepDraft(key, asContent(next))
  }
  useOtherDraft(key, (content) => {
    const before = asContent(draft)
    change({ sent: undefined, ...(asOpened(content) ?? nothing) })
    return before
  })
  const uploads = useUploads(key, draft.attachmentIds, (attachmentIds) => change({ attachmentIds }))
  const { isWaiting, whenArrived } = useWhenArrived(key)
  const news = useNews(ticketId, isNothing(draft) ? undefined : draft.seenUntil)
  const gaps = stillToFillIn(draft.body)
  const [isStopped, setStopped] = useState(false)

  const sending = useMutation({
    mutationFn: (outgoing: Written) => {
      const { kind, body, attachmentIds, mentions, seenUntil, sent } = outgoing
      const content = {
        kind,
        body,
        ...(attachmentIds.length > 0 && { attachmentIds }),
        ...(mentions.length > 0 && { mentions: mentions.map(({ id }) => id) }),
      }
      const next = keyFor(content, sent)
      // what may have arrived is asked for again exactly as it was sent
      const asked = next === sent ? sent.seenUntil : seenUntil
      change({ outgoing: { ...outgoing, sent: { ...next, seenUntil: asked } } })
      return call(tickets.respond, {
        params: { id: ticketId },
        body: { ...content, ...(asked && { seenUntil: asked }) },
        idempotencyKey: next.key,
      })
    },
    onSuccess: async (response) => {
      change({ outgoing: undefined })
      client.setQueryData(ticketQueries.responses(ticketId).queryKey, (data) => withResponse(data, response))
      await refreshAfterChange(client, ticketId)
    },
    onError: async (error) => {
      const { outgoing, ...current } = latest.current
      if (!wasRefused(error) || !outgoing) return
      change({ outgoing: undefined, ...putBack({ ...outgoing, sent: undefined }, current) })
      if (hasCode(error, 'stale_version')) await news.look()
      onRefused()
    },
  })
  const isRefused = sending.error !== null && wasRefused(sending.error)
  const tryAgain = () => {
    const { outgoing } = latest.current
    if (outgoing && !sending.isPending) sending.mutate(outgoing)
  }
  useEffect(() => {
    if (!(sending.error instanceof OfflineError)) return
    window.addEventListener('online', tryAgain)
    return () => window.removeEventListener('online', tryAgain)
  })

  const begin = () => {
    const { outgoing, ...written } = latest.current
    if (outgoing || isNothing(written)) return
    const body = written.body.trim()
    const ready = { ...written, body, mentions: mentionedIn(body, written.mentions), seenUntil: news.seenUntil }
    change({ ...nothing, kind: written.kind, sent: undefined, outgoing: ready })
    sending.mutate(ready)
    onSending()
  }

  return {
    kind: draft.kind,
    body: draft.body,
    mentions: mentionedIn(draft.body, draft.mentions),
    /** Everything that was typed and has not arrived. */
    unsent: [draft.outgoing?.body, draft.body].filter(Boolean).join('\n\n'),
    uploads,
    isEmpty: draft.body.trim() === '' && uploads.count === 0,
    write: (body: string, mentions?: Mentioned[]) => {
      setStopped(false)
      change({ body, ...(mentions && { mentions }) })
    },
    setKind: (kind: ResponseKind) => change({ kind }),
    discard: () => change({ ...nothing, outgoing: undefined }),
    send: () => {
      if (draft.outgoing || (isNothing(draft) && uploads.count === 0)) return
      if (gaps.length > 0) return setStopped(true)
      const mayHaveArrived = draft.sent !== undefined
      if (!mayHaveArrived && news.stopOnce()) return
      void whenArrived(begin)
    },
    /** What others did while this was being written, and whether sending was stopped to look at it. */
    news: { items: news.items, isStopped: news.isStopped },
    /** Left open by a canned reply; sending stops at it. */
    gaps: isStopped ? gaps : [],
    outgoing: draft.outgoing && {
      ...draft.outgoing,
      error: sending.isPending ? null : sending.error,
      isSending: sending.isPending,
      tryAgain,
      takeBack: () => {
        const { outgoing, ...current } = latest.current
        if (outgoing && !sending.isPending) change({ outgoing: undefined, ...putBack(outgoing, current) })
      },
    },
    /** For files that are still on their way. */
    isWaiting,
    error: isRefused && !hasCode(sending.error, 'stale_version') ? sending.error : null,
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

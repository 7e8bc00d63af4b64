import { type Id, type PresenceState, type Present, presence } from '@physique57/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, newIdempotencyKey } from '../../../lib/call.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { beforeLeaving } from '../../../lib/session.ts'
import { useIsSeen } from '../../../lib/use-is-seen.ts'

/** Said again this often: twice within the time after which one counts as gone. */
const AGAIN = 15_000
/** Whoever has not typed for so long is looking, not writing. */
const STILL_WRITING = 15_000

const none: Present[] = []
const tab = newIdempotencyKey()
/** Whatever this tab has said it looks at. */
const at = new Set<Id>()

const tell = (ticketId: Id, state: PresenceState, keepalive = false) => {
  if (state === 'gone') at.delete(ticketId)
  else at.add(ticketId)
  return call(presence.tell, { params: { id: ticketId }, body: { state, tab }, keepalive })
}
const leave = (ticketId: Id) => tell(ticketId, 'gone', true).catch(() => undefined)

beforeLeaving(() => Promise.all([...at].map(leave)))

/** Tells the others that one is here, and answers with who they are. A tab nobody looks at is not here. */
export function usePresence(ticketId: Id, text: string): Present[] {
  const client = useQueryClient()
  const queryKey = queryKeys.ticketPresence(ticketId)
  const { data = none } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await call(presence.list, { params: { id: ticketId }, signal })).items,
    staleTime: AGAIN,
    retry: false,
  })
  const isWriting = useIsWriting(text)
  const isSeen = useIsSeen()

  useEffect(() => {
    if (!isSeen) return
    const say = () =>
      tell(ticketId, isWriting ? 'replying' : 'viewing').then(
        ({ items }) => client.setQueryData(queryKeys.ticketPresence(ticketId), items),
        // offline, or out of sight by now: the page around this says so
        () => undefined,
      )
    void say()
    const timer = setInterval(() => void say(), AGAIN)
    return () => clearInterval(timer)
  }, [client, ticketId, isSeen, isWriting])

  useEffect(() => {
    if (!isSeen) return
    const go = () => void leave(ticketId)
    window.addEventListener('pagehide', go)
    return () => {
      window.removeEventListener('pagehide', go)
      go()
    }
  }, [ticketId, isSeen])
  return data
}

/** While a text grows; one that was there already says nothing. */
function useIsWriting(text: string): boolean {
  const before = useRef(text)
  const [isWriting, setWriting] = useState(false)
  useEffect(() => {
    if (before.current === text) return
    before.current = text
    setWriting(text.trim() !== '')
    const timer = setTimeout(() => setWriting(false), STILL_WRITING)
    return () => clearTimeout(timer)
  }, [text])
  return isWriting
}

import type { Id } from '@physique57/contracts'
import { useEffect } from 'react'
import { useIsSeen } from '../../lib/use-is-seen.ts'
import { useMarkTicketRead, useUnreadCount } from './api.ts'

/** Whoever looks at a ticket has seen its news, however they came to it; also what arrives while they look. */
export function useReadOnSight(ticketId: Id | undefined): void {
  const unread = useUnreadCount()
  const isSeen = useIsSeen()
  const { mutate } = useMarkTicketRead()
  useEffect(() => {
    if (ticketId && isSeen && unread > 0) mutate(ticketId)
  }, [ticketId, isSeen, unread, mutate])
}

import { type Notification, responseAnchor } from '@physique57/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { toast } from '../components/ui/toast.tsx'
import { saveFrom } from '../features/exports/api.ts'
import { createAnnouncer } from '../features/notifications/announcer.ts'
import { fetchUnread } from '../features/notifications/api.ts'
import { fileNow, isFollowedHere, showWork } from '../features/notifications/finished-work.ts'
import { shortMessage } from '../features/notifications/short-message.ts'
import { type LiveMessage, listen } from '../lib/live.ts'
import { createRefresher } from './refresher.ts'
import { whenVisible } from './when-visible.ts'

/** Keeps what is on screen true while somebody is signed in, and says what is new for them. */
export function LiveUpdates({ userId }: { userId: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const open = useRef((_: Notification) => {})
  open.current = (notification) => {
    const { ticket, responseId } = notification
    const file = fileNow(notification)
    if (file) saveFrom(file, '')
    if (!ticket) return showWork(notification)
    void navigate({
      to: '/tickets/$ticketId',
      params: { ticketId: ticket.id },
      ...(responseId && { hash: responseAnchor(responseId) }),
    })
  }
  const router = useRouter()
  const isOnScreen = useRef((_: Notification): boolean => false)
  isOnScreen.current = (notification) =>
    notification.ticket
      ? router.state.location.pathname === `/tickets/${notification.ticket.id}`
      : isFollowedHere(notification)
  const openAll = useRef(() => {})
  openAll.current = () => void navigate({ to: '/notifications' })

  useEffect(() => {
    const refresher = createRefresher(client)
    const look = createAnnouncer(fetchUnread, (fresh) => {
      // What happens to the ticket one is looking at is seen there.
      const elsewhere = fresh.filter((each) => !isOnScreen.current(each))
      announce(elsewhere, open.current, openAll.current)
    })
    const lookWhenVisible = whenVisible(look)
    const hear = (message: LiveMessage) => {
      refresher.hear(message)
      if (message.type === 'notifications' || message.type === 'connected') lookWhenVisible.run()
    }
    lookWhenVisible.run()
    const stop = listen(userId, hear)
    return () => {
      stop()
      refresher.stop()
      lookWhenVisible.stop()
    }
  }, [client, userId])
  return null
}

/** More than this at once are counted, not listed. */
const MOST = 3

function announce(fresh: Notification[], open: (notification: Notification) => void, openAll: () => void): void {
  if (fresh.length > MOST) {
    toast.info(`${fresh.length} new notifications`, { action: { label: 'Show', onClick: openAll } })
    return
  }
  for (const notification of fresh.toReversed()) {
    toast.info(shortMessage(notification), {
      id: notification.id,
      description: notification.ticket?.title,
      ...(hasMore(notification) && {
        action: { label: fileNow(notification) ? 'Download' : 'Open', onClick: () => open(notification) },
      }),
    })
  }
}

/** A file that was not made leads nowhere: why not is said already. */
const hasMore = (notification: Notification): boolean =>
  notification.work?.kind !== 'export' || fileNow(notification) !== undefined

import type { Notification } from '@physique57/contracts'

/**
 * Finds out which notifications are new since the last look. The first look only notes where we stand: what was unread before the
 * page was opened is the bell's business. Compares the server's own times, so a wrong clock here does not matter.
 */
export function createAnnouncer(fetchUnread: () => Promise<Notification[]>, announce: (fresh: Notification[]) => void) {
  let newestSeen: string | undefined
  let looking = Promise.resolve()

  const look = async (): Promise<void> => {
    const unread = await fetchUnread()
    const since = newestSeen
    newestSeen = unread.reduce((newest, { createdAt }) => (createdAt > newest ? createdAt : newest), since ?? '')
    const fresh = since === undefined ? [] : unread.filter(({ createdAt }) => createdAt > since)
    if (fresh.length > 0) announce(fresh)
  }

  /** One after the other, so that two events at once do not announce the same thing twice. */
  return (): Promise<void> => {
    looking = looking.then(look).catch(() => undefined)
    return looking
  }
}

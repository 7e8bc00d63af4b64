import type { Notification } from '@physique57/contracts'

/** Of two told at the same moment, the first may be stored after the second. */
const OVERLAP = 10_000

/**
 * Finds out which notifications are new since the last look. The first look only notes where we stand: what was unread before the
 * page was opened is the bell's business. Compares the server's own times, so a wrong clock here does not matter.
 */
export function createAnnouncer(fetchUnread: () => Promise<Notification[]>, announce: (fresh: Notification[]) => void) {
  const seen = new Set<string>()
  let newestSeen: number | undefined
  let looking = Promise.resolve()

  const look = async (): Promise<void> => {
    const unread = await fetchUnread()
    const since = newestSeen
    newestSeen = Math.max(since ?? 0, ...unread.map(arrival))
    const fresh = unread.filter((each) => !seen.has(each.id) && since !== undefined && arrival(each) > since - OVERLAP)
    for (const { id } of unread) seen.add(id)
    if (fresh.length > 0) announce(fresh)
  }

  /** One after the other, so that two events at once do not announce the same thing twice. */
  return (): Promise<void> => {
    looking = looking.then(look).catch(() => undefined)
    return looking
  }
}

const arrival = ({ arrivedAt }: Notification): number => Date.parse(arrivedAt)

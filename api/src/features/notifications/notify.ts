import type { NotificationEvent } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { mailDigest } from '../../jobs/queues.ts'
import { insertNotifications } from './notifications.queries.ts'

interface Announcement {
  ticketId: string
  /** Where it leads to, when it is about something said. */
  responseId?: string
  event: NotificationEvent
  /** A whole sentence, in-app and in the mail. */
  message: string
  /** Whoever acted is left out, unless `alsoActor`. */
  recipients: (string | null)[]
  /** Not somebody's doing but the system's. */
  bySystem?: boolean
  /** Only in the app. */
  quietly?: boolean
  /** What came of it is news to whoever acted as well. */
  alsoActor?: boolean
}

/** Tells people, in the transaction of what they are told. Needs `actAsSystem` for the ticket. */
export async function notify(ctx: Context, { db, actor }: Tx, announcement: Announcement): Promise<void> {
  const {
    ticketId,
    responseId = null,
    event,
    message,
    bySystem = false,
    quietly = false,
    alsoActor = false,
  } = announcement
  const others = new Set(
    announcement.recipients.filter((id) => id !== null && (alsoActor || id !== actor.id)) as string[],
  )
  if (others.size === 0) return

  await insertNotifications(
    db,
    [...others].map((userId) => ({
      id: uuid(),
      userId,
      ticketId,
      responseId,
      event,
      actorId: bySystem ? null : actor.id,
      message,
      byMail: !quietly,
    })),
  )
  if (quietly) return
  for (const userId of others) {
    const options = { afterSeconds: ctx.config.mailDelaySeconds, key: `${userId}:${ticketId}` }
    await ctx.jobs.enqueue(db, mailDigest, { userId, ticketId }, options)
  }
}

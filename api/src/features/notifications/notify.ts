import type { NotificationKind, TicketEvent } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { ticketMail } from '../../jobs/queues.ts'
import { getPriority, insertNotifications } from './notifications.queries.ts'
import { type Plan, planDelivery } from './plan-delivery.ts'
import { findPreferencesOf } from './preferences.queries.ts'
import { toPreferences } from './stored-preferences.ts'

interface Announcement {
  ticketId: string
  /** Where it leads to, when it is about something said. */
  responseId?: string
  event: TicketEvent
  /** Of a response, whether the client reads it; of a status, the new one. */
  kind?: NotificationKind
  /** A whole sentence, in-app and in the mail. */
  message: string
  /** Whoever acted is left out, unless `alsoActor`. */
  recipients: (string | null)[]
  /** Not somebody's doing but the system's. */
  bySystem?: boolean
  /** Only in the app, whatever they chose. */
  quietly?: boolean
  /** What came of it is news to whoever acted as well. */
  alsoActor?: boolean
}

/** Tells people, each as they chose, in the transaction of what they are told. Needs `actAsSystem` for the ticket. */
export async function notify(ctx: Context, { db, actor, now }: Tx, announcement: Announcement): Promise<void> {
  const {
    ticketId,
    responseId = null,
    event,
    kind,
    message,
    bySystem = false,
    quietly = false,
    alsoActor = false,
  } = announcement
  const others = new Set(
    announcement.recipients.filter((id) => id !== null && (alsoActor || id !== actor.id)) as string[],
  )
  if (others.size === 0) return

  const isCritical = event === 'escalation' || (await getPriority(db, ticketId)) === 'critical'
  const planned = (await findPreferencesOf(db, [...others]))
    .map(({ userId, timeZone, ...stored }) => ({
      userId,
      ...planDelivery(toPreferences(stored, timeZone), { event, isCritical, quietly }, now),
    }))
    .filter(({ inAppAt, byMail }) => inAppAt !== null || byMail)
  if (planned.length === 0) return

  await insertNotifications(
    db,
    planned.map((plan) => ({
      id: uuid(),
      ticketId,
      responseId,
      event,
      kind: kind ?? null,
      actorId: bySystem ? null : actor.id,
      message,
      ...gathered(plan, ctx.gatheredUntil),
    })),
  )
  // what is due later is found by send-due.jobs.ts
  for (const { userId } of planned.filter(({ byMail, mailAt }) => byMail && !ctx.gatheredUntil && mailAt <= now)) {
    const options = { afterSeconds: ctx.config.mailDelaySeconds, key: `${userId}:${ticketId}` }
    await ctx.jobs.enqueue(db, ticketMail, { userId, ticketId }, options)
  }
}

/** Of many tickets changed at once, one mail tells about all of them: each is due at the same moment. */
const gathered = <P extends Plan>(plan: P, until: Date | undefined): P =>
  until && plan.byMail && !plan.digest
    ? { ...plan, digest: true, mailAt: plan.mailAt > until ? plan.mailAt : until }
    : plan

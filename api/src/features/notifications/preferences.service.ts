import { type ChangeNotificationPreferences, type NotificationPreferences, TicketEvent } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'
import { planDelivery } from './plan-delivery.ts'
import { findPreferences, lockPreferences, replanWaiting, updatePreferences } from './preferences.queries.ts'
import { choicesIn, toPreferences, withChoices } from './stored-preferences.ts'

export const getPreferences = (ctx: Context): Promise<NotificationPreferences> =>
  readOnly(ctx, async ({ db, actor }) => toPreferences(await findPreferences(db, actor.id), actor.timeZone))

export const changePreferences = (
  ctx: Context,
  change: ChangeNotificationPreferences,
): Promise<NotificationPreferences> =>
  inTransaction(ctx, async ({ db, actor, now }) => {
    const before = toPreferences(await lockPreferences(db, actor.id), actor.timeZone)
    const after: NotificationPreferences = {
      events: withChoices(before.events, change.events ?? {}),
      digest: { ...before.digest, ...change.digest },
      quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
      timeZone: actor.timeZone,
    }
    if (after.quietHours?.from === after.quietHours?.to && after.quietHours) {
      throw unprocessable('quietHours.to', 'Quiet hours must end at another time than they begin.')
    }

    await updatePreferences(db, actor.id, choicesIn(after.events), after, now)
    const plans = TicketEvent.options.map((event) => ({
      event,
      ...planDelivery(after, { event, isCritical: false, quietly: false }, now),
    }))
    await replanWaiting(db, actor.id, plans, now)
    return after
  })

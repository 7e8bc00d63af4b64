import type { NotificationPreferences, TicketEvent } from '@physique57/contracts'
import { Temporal } from 'temporal-polyfill'

interface News {
  event: TicketEvent
  /** Comes through quiet hours. */
  isCritical: boolean
  /** Never by mail, whatever they chose. */
  quietly: boolean
}

export interface Plan {
  /** When it comes into the inbox; null: never. */
  inAppAt: Date | null
  byMail: boolean
  digest: boolean
  /** Not mailed before. */
  mailAt: Date
}

/** How and when somebody is told, as they chose. */
export function planDelivery(preferences: NotificationPreferences, news: News, now: Date): Plan {
  const { inApp, mail } = preferences.events[news.event]
  const byMail = mail !== 'off' && !news.quietly
  const digest = byMail && mail === 'digest'
  return {
    inAppAt: inApp === 'off' ? null : inApp === 'digest' ? nextDigest(preferences, now) : now,
    byMail,
    digest,
    mailAt: digest ? nextDigest(preferences, now) : news.isCritical ? now : endOfQuiet(preferences, now),
  }
}

type Times = Pick<NotificationPreferences, 'digest' | 'quietHours' | 'timeZone'>

/** The next full hour, or the next time of day, on the person's clocks; one within quiet hours comes at their end. */
export function nextDigest(preferences: Times, now: Date): Date {
  const { digest, timeZone } = preferences
  const local = at(now, timeZone)
  if (digest.every === 'hour') {
    return endOfQuiet(
      preferences,
      instantOf(local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })),
    )
  }
  const today = local.withPlainTime(digest.at)
  const isLater = Temporal.ZonedDateTime.compare(today, local) > 0
  return endOfQuiet(preferences, instantOf(isLater ? today : local.add({ days: 1 }).withPlainTime(digest.at)))
}

/** The same instant, or the end of the quiet hours it lies in. */
export function endOfQuiet({ quietHours, timeZone }: Times, instant: Date): Date {
  if (!quietHours) return instant
  const { from, to } = quietHours
  const local = at(instant, timeZone)
  const time = local.toPlainTime().toString()
  const isOvernight = from > to
  const isQuiet = isOvernight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return instant
  const endsTomorrow = isOvernight && time >= from
  return instantOf((endsTomorrow ? local.add({ days: 1 }) : local).withPlainTime(to))
}

const at = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)

const instantOf = (local: Temporal.ZonedDateTime) => new Date(local.epochMilliseconds)

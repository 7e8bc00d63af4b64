import type { FieldError } from './errors.ts'
import type { AnsweredAt } from './form-answers.ts'

/** A minute of grace: pickers round and clocks differ. */
const GRACE = 60_000

/** What happened lies behind us, and what one comes back to ahead. Takes instants; whether they are any is checked before. */
export function checkTimes(
  { occurredAt, followUpAt }: { occurredAt?: string | undefined; followUpAt?: string | undefined },
  { now, timeZone }: AnsweredAt,
): FieldError[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(now)
  const ahead = (at: string | undefined) => (at === undefined ? 0 : Date.parse(at) - now.getTime())
  return [
    ...(ahead(occurredAt) > GRACE ? [{ path: 'occurredAt', message: `In the future. It is ${clock} now.` }] : []),
    ...(ahead(followUpAt) < -GRACE
      ? [{ path: 'followUpAt', message: `In the past. It is ${clock} now; choose when to come back to it.` }]
      : []),
  ]
}

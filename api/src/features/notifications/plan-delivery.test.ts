import type { NotificationPreferences } from '@physique57/contracts'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { endOfQuiet, nextDigest, planDelivery } from './plan-delivery.ts'
import { toPreferences } from './stored-preferences.ts'

const inMumbai = toPreferences(undefined, 'Asia/Kolkata')
const nights = { from: '22:00', to: '07:00' }

const withMail = (mail: 'instant' | 'digest' | 'off', rest: Partial<NotificationPreferences> = {}) => ({
  ...inMumbai,
  ...rest,
  events: { ...inMumbai.events, response: { inApp: 'instant' as const, mail } },
})

const news = { event: 'response' as const, isCritical: false, quietly: false }
const afternoon = new Date('2026-11-22T15:00:00+05:30')
const night = new Date('2026-11-22T23:30:00+05:30')

test.each([
  ['at once', withMail('instant'), news, afternoon, { byMail: true, digest: false, mailAt: afternoon }],
  ['off', withMail('off'), news, afternoon, { byMail: false, digest: false }],
  [
    'in the app only, whatever they chose',
    withMail('instant'),
    { ...news, quietly: true },
    afternoon,
    { byMail: false },
  ],
  [
    'gathered until nine the next morning',
    withMail('digest'),
    news,
    afternoon,
    { byMail: true, digest: true, mailAt: new Date('2026-11-23T09:00:00+05:30') },
  ],
  [
    'in quiet hours, at their end',
    withMail('instant', { quietHours: nights }),
    news,
    night,
    { byMail: true, digest: false, mailAt: new Date('2026-11-23T07:00:00+05:30') },
  ],
  [
    'outside of quiet hours, at once',
    withMail('instant', { quietHours: nights }),
    news,
    afternoon,
    { mailAt: afternoon },
  ],
  [
    'critical, through quiet hours',
    withMail('instant', { quietHours: nights }),
    { ...news, isCritical: true },
    night,
    { byMail: true, digest: false, mailAt: night },
  ],
  [
    'critical, but chosen as a digest',
    withMail('digest'),
    { ...news, isCritical: true },
    afternoon,
    { digest: true, mailAt: new Date('2026-11-23T09:00:00+05:30') },
  ],
] as const)('mail: %s', (_, preferences, what, now, plan) =>
  expect(planDelivery(preferences, what, now)).toMatchObject(plan),
)

test.each([
  ['instant', afternoon],
  ['digest', new Date('2026-11-23T09:00:00+05:30')],
  ['off', null],
] as const)('in the app: %s', (inApp, inAppAt) => {
  const preferences = { ...inMumbai, events: { ...inMumbai.events, status: { inApp, mail: 'off' as const } } }
  expect(planDelivery(preferences, { ...news, event: 'status' }, afternoon)).toMatchObject({ inAppAt, byMail: false })
})

test.each([
  [
    'hourly: the next full hour of a zone half an hour off',
    'hour',
    '09:00',
    null,
    '2026-11-22T15:10:00+05:30',
    '2026-11-22T16:00:00+05:30',
  ],
  [
    'hourly, in quiet hours: at their end',
    'hour',
    '09:00',
    nights,
    '2026-11-22T23:10:00+05:30',
    '2026-11-23T07:00:00+05:30',
  ],
  [
    'daily: today, when that is to come',
    'day',
    '18:30',
    null,
    '2026-11-22T15:10:00+05:30',
    '2026-11-22T18:30:00+05:30',
  ],
  [
    'daily: tomorrow, when it is exactly now',
    'day',
    '18:30',
    null,
    '2026-11-22T18:30:00+05:30',
    '2026-11-23T18:30:00+05:30',
  ],
  [
    'daily, within quiet hours: at their end',
    'day',
    '06:00',
    nights,
    '2026-11-22T15:10:00+05:30',
    '2026-11-23T07:00:00+05:30',
  ],
] as const)('digest %s', (_, every, at, quietHours, now, expected) =>
  expect(nextDigest({ digest: { every, at }, quietHours, timeZone: 'Asia/Kolkata' }, new Date(now))).toEqual(
    new Date(expected),
  ),
)

test.each([
  ['before they begin', '21:59', '21:59'],
  ['as they begin', '22:00', '07:00'],
  ['after midnight', '00:00', '07:00'],
  ['as they end', '07:00', '07:00'],
])('quiet hours over night, %s', (_, now, expected) => {
  const at = (time: string) => new Date(`2026-11-22T${time}:00+05:30`)
  const end = endOfQuiet({ ...inMumbai, quietHours: nights }, at(now))
  expect(Temporal.Instant.from(end.toISOString()).toZonedDateTimeISO('Asia/Kolkata').toPlainTime().toString()).toBe(
    `${expected}:00`,
  )
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

test('in any zone and at any time, a digest comes later, within two days, and never in quiet hours', () => {
  const zones = ['Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
  const quiet = fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to))
  const year = { min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true }
  fc.assert(
    fc.property(
      fc.constantFrom('hour' as const, 'day' as const),
      time,
      quiet,
      fc.constantFrom(...zones),
      fc.date(year),
      (every, at, quietHours, timeZone, now) => {
        const preferences = { digest: { every, at }, quietHours, timeZone }
        const due = nextDigest(preferences, now)
        expect(due.getTime()).toBeGreaterThan(now.getTime())
        expect(due.getTime() - now.getTime()).toBeLessThan(50 * 3_600_000)
        const quietAgain = endOfQuiet(preferences, due)
        // where the clocks skip the end of quiet hours, they end a little later
        expect(quietAgain.getTime() - due.getTime()).toBeLessThanOrEqual(0)
      },
    ),
  )
})

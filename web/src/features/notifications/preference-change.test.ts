import type { ChangeNotificationPreferences, NotificationPreferences } from '@physique57/contracts'
import { expect, test } from 'vitest'
import { inverseOf, withChange } from './preference-change.ts'

const both = { inApp: 'instant', mail: 'instant' } as const
const before: NotificationPreferences = {
  events: {
    assigned: both,
    mentioned: both,
    response: both,
    status: both,
    reminder: both,
    escalation: both,
    resolved: both,
    reopened: both,
  },
  digest: { every: 'day', at: '09:00' },
  quietHours: null,
  timeZone: 'Asia/Kolkata',
}

const changes: [string, ChangeNotificationPreferences][] = [
  ['one cell', { events: { response: { mail: 'digest' } } }],
  ['the digest', { digest: { every: 'hour' } }],
  ['quiet hours', { quietHours: { from: '22:00', to: '07:00' } }],
]

test.each(changes)('%s: taken back, all is as it was', (_, change) => {
  const after = withChange(before, change)
  expect(after).not.toEqual(before)
  expect(withChange(after, inverseOf(before, change))).toEqual(before)
})

test('taking one back leaves what was changed since', () => {
  const first: ChangeNotificationPreferences = { events: { response: { mail: 'digest' } } }
  const later: ChangeNotificationPreferences = { events: { status: { mail: 'off' } }, digest: { at: '18:00' } }
  const after = withChange(withChange(withChange(before, first), later), inverseOf(before, first))
  expect(after).toEqual(withChange(before, later))
})

import { MOST_CALENDAR_DAYS, MOST_CALENDAR_TICKETS } from '@physique57/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarView, mondayOf, stepped } from './calendar-view.ts'

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test.each([
  ['month', '2026-11-23', '2026-10-26', '2026-12-07'],
  ['month', '2027-02-14', '2027-02-01', '2027-03-01'],
  ['week', '2026-11-23', '2026-11-23', '2026-11-30'],
  ['week', '2026-11-22', '2026-11-16', '2026-11-23'],
  ['day', '2026-12-31', '2026-12-31', '2027-01-01'],
] as const)('a %s around %s is from %s to before %s', (span, at, from, to) => {
  expect(calendarView({ span, at }, '2000-01-01')).toMatchObject({ from, to })
})

test('a view holds its day, whole weeks, and never more than the API gives', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('month', 'week', 'day'), (at, span) => {
      const view = calendarView({ at, span }, at)
      const days = (Date.parse(view.to) - Date.parse(view.from)) / 86_400_000
      expect(view.from <= at && at < view.to).toBe(true)
      expect(span === 'day' ? days : days % 7).toBe(span === 'day' ? 1 : 0)
      expect(days).toBeLessThanOrEqual(MOST_CALENDAR_DAYS)
      expect(days * view.perDay).toBeLessThanOrEqual(MOST_CALENDAR_TICKETS)
      expect(new Date(mondayOf(at)).getUTCDay()).toBe(1)
    }),
  )
})

test('forth and back is the same week and day, and months follow each other', () => {
  const week = calendarView({ span: 'week', at: '2026-11-25' }, '')
  expect(stepped(calendarView({ span: 'week', at: stepped(week, 1) }, ''), -1)).toBe('2026-11-25')
  expect(stepped(calendarView({ span: 'month', at: '2026-12-31' }, ''), 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
})

import { canBecome, type TicketStatus } from '@physique57/contracts'
import { describe, expect, test } from 'vitest'
import { inventStories } from './stories.ts'
import { after, type Standing, standingAt } from './story.ts'

/** Night, holiday, the middle of a working day, a Sunday, the turn of a year, and times without any holidays known. */
const moments = [
  '2026-11-22T19:00Z',
  '2026-11-08T05:00Z',
  '2026-07-15T06:30Z',
  '2027-01-01T00:00Z',
  '2030-02-28T23:59Z',
]

describe.each(moments)('at %s', (moment) => {
  const now = new Date(moment)
  const stories = inventStories(now)
  const statuses = Map.groupBy(stories, (story) => standingAt(story, now).status)

  test('every story goes forward in time and never past now', () => {
    for (const { events } of stories) {
      const times = events.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    }
  })

  test('every step is one the product allows', () => {
    for (const { events, report } of stories) {
      let standing: Standing = { status: 'new', assignee: null, team: null, level: 0 }
      for (const event of events) {
        const next = after(standing, event)
        if (next.status !== standing.status) {
          expect(canBecome(standing.status, next.status), `${report.title}: ${standing.status} to ${next.status}`).toBe(
            true,
          )
        }
        expect(next.level).toBeGreaterThanOrEqual(standing.level)
        standing = next
      }
    }
  })

  test('there is enough to look at in every status', () => {
    const atLeast: Record<TicketStatus, number> = {
      new: 8,
      assigned: 20,
      in_progress: 30,
      pending: 12,
      resolved: 25,
      closed: 250,
      reopened: 7,
    }
    for (const [status, count] of Object.entries(atLeast)) {
      expect(statuses.get(status as TicketStatus)?.length, status).toBeGreaterThanOrEqual(count)
    }
  })

  test('nothing stays resolved for longer than seven days', () => {
    for (const { events } of statuses.get('resolved') ?? []) {
      const resolvedAt = events.findLast(({ what }) => what === 'resolved')?.at.getTime() ?? 0
      expect(now.getTime() - resolvedAt).toBeLessThan(7 * 86_400_000)
    }
  })

  test('no slot of a text is left open', () => {
    const texts = stories.flatMap(({ report, events }) => [
      report.title,
      report.description,
      report.actionTaken,
      ...events.map((event) => ('body' in event ? event.body : 'note' in event ? event.note : '')),
    ])
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([])
    expect(stories.every(({ report }) => report.title.length <= 200)).toBe(true)
  })

  test('all have ids of their own', () => {
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length)
  })
})

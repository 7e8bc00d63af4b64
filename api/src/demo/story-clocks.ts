import type { ClockKind } from '@physique57/contracts'
import type { CountedHours } from '../db/tables.ts'
import { type ClockEvents, dueAt } from '../features/sla/due-at.ts'
import { type Story, type StoryEvent, standingAt } from './story.ts'
import { type Terms, termsOf } from './terms.ts'

export type StoryClock = ClockEvents & {
  kind: ClockKind
  cycle: number
  targetMinutes: number
  hours: CountedHours
  terms: Terms
  dueAt: Date | null
  breachedAt: Date | null
}

/** Every clock of the story: one for the first response, and one for the resolution each time it was opened. */
export function clocksOf(story: Story, now: Date): StoryClock[] {
  const terms = termsOf(story.report)
  const { policy } = terms
  const starts = story.events.filter(({ what }) => what === 'created' || what === 'reopened')
  const first = { startedAt: story.report.createdAt, pauses: [], stoppedAt: answeredAt(story) }

  return [
    clock('first_response', 1, policy.firstResponseMinutes, first, terms, now),
    ...starts.map(({ at }, index) => {
      const events = story.events.filter((event) => event.at >= at && event.at < (starts[index + 1]?.at ?? Infinity))
      return clock('resolution', index + 1, policy.resolutionMinutes, resolutionEvents(at, events), terms, now)
    }),
  ]
}

function clock(
  kind: ClockKind,
  cycle: number,
  targetMinutes: number,
  events: ClockEvents,
  terms: Terms,
  now: Date,
): StoryClock {
  const { hours } = terms.policy
  const due = dueAt({ targetMinutes, hours }, terms.calendar, events)
  const isBreached = due !== null && due < (events.stoppedAt ?? now)
  return { kind, cycle, targetMinutes, hours, terms, ...events, dueAt: due, breachedAt: isBreached ? due : null }
}

/** The first reply from somebody other than the reporter, or the resolution; the reporter's own counts if it is theirs to do. */
function answeredAt(story: Story): Date | null {
  const { reporter } = story.report
  const answers = (event: StoryEvent) =>
    event.what === 'resolved' ||
    (event.what === 'responded' &&
      event.kind === 'reply' &&
      (event.by !== reporter || standingAt(story, event.at).assignee === reporter))
  return story.events.find(answers)?.at ?? null
}

/** What counts for the resolution clock, of the events of one cycle. */
export function resolutionEvents(startedAt: Date, events: readonly StoryEvent[]): ClockEvents {
  const stoppedAt = events.find(({ what }) => what === 'resolved')?.at ?? null
  const pauses: { from: Date; to: Date | null }[] = []
  for (const event of events) {
    const last = pauses.at(-1)
    if (event.what === 'status_changed' && event.to === 'pending') pauses.push({ from: event.at, to: null })
    else if (last && !last.to && (event.what === 'status_changed' || event.what === 'resolved')) last.to = event.at
  }
  return { startedAt, pauses, stoppedAt }
}

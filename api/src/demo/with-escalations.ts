import { director, manager } from './people.ts'
import type { Story, StoryEvent } from './story.ts'
import { clocksOf } from './story-clocks.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Adds what the system did when a resolution was late: level 1 when it was due, level 2 a day later. Levels only rise. */
export function withEscalations(story: Story, now: Date): Story {
  const late = clocksOf(story, now).filter(({ kind }) => kind === 'resolution')
  const steps = late.flatMap(({ breachedAt, stoppedAt, pauses }): StoryEvent[] => {
    if (!breachedAt) return []
    const end = stoppedAt ?? now
    const dayLater = new Date(breachedAt.getTime() + DAY)
    const isPaused = pauses.some(({ from, to }) => from <= dayLater && (!to || dayLater < to))
    return [
      escalated(breachedAt, 1, 'the resolution was due', [manager]),
      ...(dayLater < end && !isPaused ? [escalated(dayLater, 2, 'overdue for a day', [director])] : []),
    ]
  })
  return { ...story, events: risingOnly([...story.events, ...steps].sort((a, b) => a.at.getTime() - b.at.getTime())) }
}

function escalated(
  due: Date,
  level: number,
  reason: string,
  to: Extract<StoryEvent, { what: 'escalated' }>['to'],
): StoryEvent {
  const at = new Date(due.getTime() + 20_000)
  return { at, by: null, what: 'escalated', level, reason, to }
}

function risingOnly(events: StoryEvent[]): StoryEvent[] {
  let level = 0
  return events.filter((event) => {
    if (event.what !== 'escalated') return true
    const isHigher = event.level > level
    level = Math.max(level, event.level)
    return isHigher
  })
}

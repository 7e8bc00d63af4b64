import type { NotificationEvent, NotificationKind } from '@physique57/contracts'
import type { Insertable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { ticketKey } from '../features/tickets/ticket-key.ts'
import { membersOf, type Person } from './people.ts'
import { type Random, randomFrom } from './random.ts'
import { type Story, type StoryEvent, standingAt } from './story.ts'
import { timedId } from './timed-id.ts'

interface Announcement {
  event: NotificationEvent
  kind?: NotificationKind
  message: string
  to: readonly (Person | null)[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What people were told in the app; nothing of it goes out by mail. Mostly read, as long as it is not of today. */
export function notificationsOf(story: Story, number: number, now: Date): Insertable<Tables['notifications']>[] {
  const random = randomFrom(`notifications ${story.id}`)
  return story.events.flatMap((event, index) => {
    const told = announcementOf(story, event, ticketKey(number))
    if (!told) return []
    const recipients = [...new Set(told.to)].filter((person) => person !== null && person !== event.by)
    return recipients.flatMap((person) =>
      person
        ? [
            {
              id: timedId(event.at, index, `notification ${story.id} ${index} ${person.id}`),
              userId: person.id,
              ticketId: story.id,
              event: told.event,
              kind: told.kind ?? null,
              actorId: event.by?.id ?? null,
              message: told.message,
              createdAt: event.at,
              inAppAt: event.at,
              mailAt: event.at,
              readAt: readAt(event.at, now, random),
            },
          ]
        : [],
    )
  })
}

function announcementOf(story: Story, event: StoryEvent, key: string): Announcement | null {
  const { title } = story.report
  const who = event.by?.name
  const followers = followersAt(story, event.at)

  switch (event.what) {
    case 'created':
      return null
    case 'assigned':
      return assignment(event, key, title)
    case 'responded': {
      const did = event.kind === 'reply' ? 'replied to the client on' : 'left a note on'
      return { event: 'response', kind: event.kind, message: `${who} ${did} ${key}: ${title}`, to: followers }
    }
    case 'status_changed':
      return {
        event: 'status',
        kind: event.to,
        message: `${who} set ${key} to ${event.to.replace('_', ' ')}: ${title}`,
        to: followers,
      }
    case 'escalated':
      return {
        event: 'escalation',
        message: who
          ? `${who} escalated ${key} to you: ${event.reason}`
          : `${key} has come to you, ${event.reason}: ${title}`,
        to: event.to,
      }
    case 'resolved':
      return { event: 'resolved', message: `${who} resolved ${key}: ${title}`, to: followers }
    case 'closed':
      return {
        event: 'status',
        kind: 'closed',
        message: who ? `${who} closed ${key}: ${title}` : `${key} has closed itself after seven days: ${title}`,
        to: followers,
      }
    case 'reopened':
      return { event: 'reopened', message: `${who} reopened ${key}: ${event.reason}`, to: followers }
  }
}

function assignment(
  { by, assignee, team }: Extract<StoryEvent, { what: 'assigned' }>,
  key: string,
  title: string,
): Announcement {
  if (assignee) {
    const message = by ? `${by.name} assigned ${key} to you: ${title}` : `${key} is yours: ${title}`
    return { event: 'assigned', message, to: [assignee] }
  }
  const available = membersOf(team).filter(
    ({ status, availability }) => status === 'active' && availability === 'available',
  )
  return { event: 'assigned', message: `${key} waits for somebody in ${team}: ${title}`, to: available }
}

const followersAt = (story: Story, at: Date): (Person | null)[] => [
  story.report.reporter,
  standingAt(story, at).assignee,
  ...story.watchers,
]

function readAt(at: Date, now: Date, random: Random): Date | null {
  const age = now.getTime() - at.getTime()
  const isRead = random.chance(age > 7 * DAY ? 1 : age > DAY ? 0.8 : 0.35)
  return isRead ? new Date(at.getTime() + Math.min(age, (0.1 + random.next() * 9) * HOUR)) : null
}

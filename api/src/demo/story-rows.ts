import { isOpenStatus } from '@physique57/contracts'
import type { Insertable } from 'kysely'
import { idOf } from '../catalogue/catalogue-rows.ts'
import type { Tables } from '../db/tables.ts'
import type { HistoryDetails, HistoryEvent } from '../features/tickets/history-sentence.ts'
import type { Person } from './people.ts'
import { after, type Standing, type Story, type StoryEvent, standingAt } from './story.ts'
import { clocksOf, type StoryClock } from './story-clocks.ts'
import { tagsOf } from './tags.ts'
import { timedId } from './timed-id.ts'

type Row<T extends keyof Tables> = Insertable<Tables[T]>
type Told<E extends StoryEvent['what']> = Extract<StoryEvent, { what: E }>

/** Everything stored about a story but its notifications, which name the ticket's number. */
export function rowsOf(story: Story, now: Date) {
  const clocks = clocksOf(story, now)
  return {
    ticket: ticketRow(story, clocks, now),
    clocks: clocks.map((clock) => clockRow(story, clock)),
    history: story.events.map((_, index) => historyRow(story, index)),
    responses: story.events.flatMap((event, index) =>
      event.what === 'responded' ? [responseRow(story, event, index)] : [],
    ),
    decisions: story.events.flatMap((event, index) =>
      event.what === 'assigned' ? [decisionRow(story, event, index)] : [],
    ),
    watchers: story.watchers.map(({ id }): Row<'ticketWatchers'> => ({ userId: id, ticketId: story.id })),
  }
}

function ticketRow(story: Story, clocks: readonly StoryClock[], now: Date): Row<'tickets'> {
  const { report, events } = story
  const { status, assignee, team, level } = standingAt(story, now)
  const resolved = isOpenStatus(status) ? undefined : events.findLast((event) => event.what === 'resolved')
  const closed = status === 'closed' ? events.findLast((event) => event.what === 'closed') : undefined
  return {
    id: story.id,
    title: report.title,
    description: report.description,
    categoryId: idOf.category(report.category),
    subcategoryId: idOf.subcategory(report.category, report.subcategory.name),
    formVersionId: idOf.form(report.category, report.subcategory.name),
    answers: JSON.stringify(report.answers),
    studioId: idOf.studio(report.studio.name),
    clientId: report.client?.id ?? null,
    clientMood: report.clientMood,
    source: report.source,
    occurredAt: report.occurredAt,
    followUpAt: report.followUpAt,
    actionTaken: report.actionTaken,
    tags: tagsOf(report),
    status,
    priority: report.priority,
    reportedByUserId: report.reporter.id,
    assignedToUserId: assignee?.id ?? null,
    assignedTeamId: team ? idOf.team(team) : null,
    escalationLevel: level,
    firstResponseDueAt: runningDue(clocks, 'first_response'),
    resolutionDueAt: runningDue(clocks, 'resolution'),
    resolutionNote: resolved?.note ?? null,
    clientInformed: Boolean(resolved?.informed),
    clientInformedHow: resolved?.informed ?? null,
    resolvedByUserId: resolved?.by?.id ?? null,
    resolvedAt: resolved?.at ?? null,
    closedAt: closed?.at ?? null,
    createdAt: report.createdAt,
    updatedAt: events.at(-1)?.at ?? report.createdAt,
    version: events.filter(({ what }) => what !== 'responded').length,
  }
}

/** Of the clock that runs now; a stopped one is due no more. */
function runningDue(clocks: readonly StoryClock[], kind: StoryClock['kind']): Date | null {
  const current = clocks.findLast((clock) => clock.kind === kind)
  return current && !current.stoppedAt ? current.dueAt : null
}

function clockRow(story: Story, { terms, ...clock }: StoryClock): Row<'ticketClocks'> {
  return {
    ticketId: story.id,
    kind: clock.kind,
    cycle: clock.cycle,
    policyId: terms.policy.id,
    policyName: terms.policy.name,
    targetMinutes: clock.targetMinutes,
    hours: clock.hours,
    calendarId: terms.calendarId,
    startedAt: clock.startedAt,
    pauses: JSON.stringify(clock.pauses),
    dueAt: clock.dueAt,
    stoppedAt: clock.stoppedAt,
    breachedAt: clock.breachedAt,
  }
}

function responseRow(story: Story, { at, by, kind, body }: Told<'responded'>, index: number): Row<'ticketResponses'> {
  if (!by) throw new Error('The system does not write responses')
  return { id: responseId(story, at, index), ticketId: story.id, authorId: by.id, kind, body, createdAt: at }
}

const responseId = (story: Story, at: Date, index: number) => timedId(at, index, `response ${story.id} ${index}`)

function decisionRow(story: Story, event: Told<'assigned'>, index: number): Row<'assignmentDecisions'> {
  const { at, assignee, team, decision } = event
  return {
    id: timedId(at, index, `decision ${story.id} ${index}`),
    ticketId: story.id,
    ruleId: decision?.ruleId ?? null,
    assigneeId: assignee?.id ?? null,
    teamId: idOf.team(team),
    reason: decision?.reason ?? reasonOf(event),
    candidates: JSON.stringify(decision?.candidates ?? []),
    at,
  }
}

const reasonOf = ({ by, assignee }: Told<'assigned'>): string => `${assignee ? 'Given' : 'Handed back'} by ${by?.name}`

function historyRow(story: Story, index: number): Row<'ticketHistory'> {
  const event = story.events[index]
  if (!event) throw new Error(`${story.id} has no event ${index}`)
  const before = story.events.slice(0, index).reduce(after, standingAt(story, new Date(0)))
  return {
    id: timedId(event.at, index, `history ${story.id} ${index}`),
    ticketId: story.id,
    actorId: event.by?.id ?? null,
    event: event.what satisfies HistoryEvent,
    detail: JSON.stringify(detailOf(story, event, index, before)),
    at: event.at,
  }
}

function detailOf(story: Story, event: StoryEvent, index: number, before: Standing): HistoryDetails[HistoryEvent] {
  switch (event.what) {
    case 'created':
    case 'closed':
      return {}
    case 'assigned': {
      const team = { id: idOf.team(event.team), name: event.team }
      const assignee = event.assignee ? named(event.assignee) : null
      return { assignee, team, reason: event.decision?.reason ?? null } satisfies HistoryDetails['assigned']
    }
    case 'responded':
      return { responseId: responseId(story, event.at, index), kind: event.kind } satisfies HistoryDetails['responded']
    case 'status_changed':
      return { from: before.status, to: event.to } satisfies HistoryDetails['status_changed']
    case 'escalated':
      return { level: event.level, reason: event.reason, to: event.to.map(named) } satisfies HistoryDetails['escalated']
    case 'resolved':
      return {
        note: event.note,
        clientInformed: event.informed !== null,
        how: event.informed,
      } satisfies HistoryDetails['resolved']
    case 'reopened':
      return { reason: event.reason } satisfies HistoryDetails['reopened']
  }
}

const named = ({ id, name }: Person) => ({ id, name })

import { fixedId } from '../catalogue/fixed-id.ts'
import { personCalled, teamCalled } from './assignment-desk.ts'
import { Course } from './course.ts'
import { leadOf, manager, membersOf, type Person } from './people.ts'
import {
  askNotes,
  escalationReasons,
  firstReplies,
  informedBy,
  pauseNotesFor,
  reopenReasonsFor,
  secondResolutions,
  updates,
} from './phrases.ts'
import type { Ending } from './plans.ts'
import type { Random } from './random.ts'
import type { Report } from './report.ts'
import type { Decision, Story } from './story.ts'
import { withEscalations } from './with-escalations.ts'

const AUTO_CLOSE_HOURS = 7 * 24

/** What became of a report until now. Deterministic in the random numbers it is given. */
export function tellStory(report: Report, ending: Ending, decision: Decision, now: Date, random: Random): Story {
  const course = new Course(report, now, random)
  course.add(report.createdAt, { what: 'created', by: report.reporter })
  assignAutomatically(course, decision)
  chapters[ending](course, random)

  const id = fixedId('ticket', report.createdAt.toISOString(), report.title, report.studio.name)
  return withEscalations({ id, report, events: course.events, watchers: watchersOf(course, random) }, now)
}

const chapters: Record<Ending, (course: Course, random: Random) => void> = {
  queued: handBack,
  assigned: waitForAnAnswer,
  in_progress: (course, random) => {
    respond(course, random)
    if (random.chance(0.3)) escalateByHand(course, random)
  },
  pending: (course, random) => {
    respond(course, random)
    pause(course, random)
  },
  resolved: (course, random) => {
    respond(course, random)
    resolve(course, random)
  },
  closed: (course, random) => {
    respond(course, random)
    resolve(course, random)
    close(course, random)
  },
  reopened: (course, random) => {
    respond(course, random)
    resolve(course, random)
    reopenLately(course, random)
  },
  taken_up_again: (course, random) => {
    respond(course, random)
    resolve(course, random)
    reopenLately(course, random)
    takeUp(course, random)
  },
  closed_twice: (course, random) => {
    respond(course, random)
    resolve(course, random)
    course.add(course.later(14 + random.next() * 76), {
      what: 'reopened',
      by: course.report.reporter,
      reason: random.pick(reopenReasonsFor(course.team)),
    })
    takeUp(course, random)
    course.add(course.resolutionPoint(random.next() * 0.6 + 0.2), {
      what: 'resolved',
      by: course.assignee,
      note: random.pick(secondResolutions),
      informed: random.pick(informedBy),
    })
    close(course, random)
  },
}

function assignAutomatically(course: Course, decision: Decision) {
  if (!decision.teamId) throw new Error('The catalogue leaves no ticket without a team')
  const assignee = decision.assigneeId ? personCalled(decision.assigneeId) : null
  course.alongside({ what: 'assigned', by: null, assignee, team: teamCalled(decision.teamId), decision })
}

/** Handed back to the team, where it waits for somebody. */
function handBack(course: Course, random: Random) {
  course.add(course.later(random.next() * 0.4), {
    what: 'assigned',
    by: course.assignee,
    assignee: null,
    team: course.team,
    decision: null,
  })
}

function waitForAnAnswer(course: Course, random: Random) {
  if (random.chance(0.35)) note(course, random, leadOf(course.team))
}

/** Somebody takes it up and answers, mostly in time. */
function respond(course: Course, random: Random) {
  const { report } = course
  if (random.chance(0.08)) giveToColleague(course, random)
  const answeredAt = whenAnswered(course, random)
  course.add(new Date(answeredAt.getTime() - random.int(4, 15) * 60_000), {
    what: 'status_changed',
    by: course.assignee,
    to: 'in_progress',
  })
  if (report.client) reply(course, answeredAt, report.replies[0] ?? random.pick(firstReplies))
  for (const body of report.notes.slice(0, random.int(0, 2))) {
    course.add(course.later(random.next() * 3), { what: 'responded', by: course.assignee, kind: 'note', body })
  }
  if (random.chance(0.15)) note(course, random, random.chance(0.5) ? report.reporter : leadOf(course.team))
}

function whenAnswered(course: Course, random: Random): Date {
  if (random.chance(0.08)) return course.responsePoint(1.1 + random.next())
  const due = course.responseDue
  const parts = [0.15 + random.next() * 0.6, 0.3, 0.15, 0.1]
  return parts.map((part) => course.responsePoint(part)).find((at) => due && at < due) ?? course.responsePoint(0.1)
}

function giveToColleague(course: Course, random: Random) {
  const others = membersOf(course.team).filter(
    (one) => one !== course.assignee && one.status === 'active' && one.availability === 'available',
  )
  if (others.length === 0) return
  course.add(course.responsePoint(0.08), {
    what: 'assigned',
    by: leadOf(course.team),
    assignee: random.pick(others),
    team: course.team,
    decision: null,
  })
}

function pause(course: Course, random: Random) {
  course.add(course.resolutionPoint(0.2 + random.next() * 0.25), {
    what: 'responded',
    by: course.assignee,
    kind: 'note',
    body: random.pick(pauseNotesFor(course.team)),
  })
  course.add(course.last, { what: 'status_changed', by: course.assignee, to: 'pending' })
}

function resolve(course: Course, random: Random) {
  const { report } = course
  if (random.chance(0.22)) {
    pause(course, random)
    course.add(course.later(5 + random.next() * 55), { what: 'status_changed', by: course.assignee, to: 'in_progress' })
  }
  if (report.client && random.chance(0.2)) reply(course, course.resolutionPoint(0.4), random.pick(updates))

  const at = whenResolved(course, random)
  const goodNews = report.replies[1]
  if (goodNews) reply(course, new Date(at.getTime() - random.int(3, 20) * 60_000), goodNews)
  const isByLead = random.chance(0.07)
  course.add(at, {
    what: 'resolved',
    by: isByLead ? leadOf(course.team) : course.assignee,
    note: report.resolution,
    informed: report.client && (goodNews || random.chance(0.85)) ? random.pick(informedBy) : null,
  })
}

/** In time four times out of five, as far as opening hours let it. */
function whenResolved(course: Course, random: Random): Date {
  if (random.chance(0.1)) return course.resolutionPoint(1.05 + random.next() * 0.5)
  const due = course.resolutionDue
  const parts = [0.4 + random.next() * 0.5, 0.55, 0.35, 0.2]
  return parts.map((part) => course.resolutionPoint(part)).find((at) => due && at < due) ?? course.resolutionPoint(0.15)
}

/** By the reporter, or after seven days by itself. */
function close(course: Course, random: Random) {
  const byItself = closesItselfAt(course)
  const isByItself = byItself < course.now && random.chance(0.65)
  if (isByItself) course.add(byItself, { what: 'closed', by: null })
  else course.add(course.later(20 + random.next() * 80), { what: 'closed', by: course.report.reporter })
}

const closesItselfAt = ({ last }: Course): Date => new Date(last.getTime() + AUTO_CLOSE_HOURS * 3_600_000)

/** So that it is open again now, and not yet late. */
function reopenLately(course: Course, random: Random) {
  const at = new Date(course.now.getTime() - (0.5 + random.next() * 12) * 3_600_000)
  if (closesItselfAt(course) < at) course.add(closesItselfAt(course), { what: 'closed', by: null })
  course.add(at, { what: 'reopened', by: course.report.reporter, reason: random.pick(reopenReasonsFor(course.team)) })
}

function takeUp(course: Course, random: Random) {
  course.add(course.later(random.next()), { what: 'status_changed', by: course.assignee, to: 'in_progress' })
  course.add(course.later(random.next()), {
    what: 'responded',
    by: course.assignee,
    kind: 'note',
    body: random.pick(askNotes),
  })
}

function escalateByHand(course: Course, random: Random) {
  course.add(course.later(1 + random.next() * 3), {
    what: 'escalated',
    by: random.chance(0.5) ? course.report.reporter : course.assignee,
    level: 1,
    reason: random.pick(escalationReasons),
    to: [manager],
  })
}

function reply(course: Course, at: Date, body: string) {
  course.add(at, { what: 'responded', by: course.assignee, kind: 'reply', body })
}

function note(course: Course, random: Random, by: Person) {
  course.add(course.later(random.next() * 2), { what: 'responded', by, kind: 'note', body: random.pick(askNotes) })
}

/** Now and then somebody else keeps an eye on it. */
function watchersOf({ events, report }: Course, random: Random): Person[] {
  if (!random.chance(0.14)) return []
  const team = events.find((event) => event.what === 'assigned')?.team
  const watcher = random.chance(0.6) && team ? leadOf(team) : manager
  return watcher === report.reporter ? [] : [watcher]
}

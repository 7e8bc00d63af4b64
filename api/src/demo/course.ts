import type { TeamName } from '../catalogue/teams.ts'
import { openRanges } from '../features/sla/calendar.ts'
import { type ClockEvents, dueAt } from '../features/sla/due-at.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Report } from './report.ts'
import { after, type Standing, type StoryEvent } from './story.ts'
import { resolutionEvents } from './story-clocks.ts'
import { hoursOf, type Terms, termsOf } from './terms.ts'

const MINUTE = 60_000

type Happening = StoryEvent extends infer E ? (E extends StoryEvent ? Omit<E, 'at'> : never) : never

/** A story while it is being told: knows how the ticket stands, and when the next thing can happen. */
export class Course {
  readonly events: StoryEvent[] = []
  readonly terms: Terms
  readonly now: Date
  readonly report: Report
  private readonly random: Random
  private standing: Standing = { status: 'new', assignee: null, team: null, level: 0 }
  private cycleFrom: Date

  constructor(report: Report, now: Date, random: Random) {
    this.report = report
    this.now = now
    this.random = random
    this.terms = termsOf(report)
    this.cycleFrom = report.createdAt
  }

  get last(): Date {
    return this.events.at(-1)?.at ?? this.report.createdAt
  }

  /** Whoever has it; a story asks only once somebody does. */
  get assignee(): Person {
    if (!this.standing.assignee) throw new Error('Nobody has this ticket')
    return this.standing.assignee
  }

  get team(): TeamName {
    if (!this.standing.team) throw new Error('No team has this ticket')
    return this.standing.team
  }

  /** Adds what happened, in order and never in the future: what would come too late comes half-way to now instead. */
  add(wanted: Date, happening: Happening): void {
    const event: StoryEvent = { ...happening, at: this.events.length === 0 ? wanted : this.possible(wanted) }
    this.events.push(event)
    this.standing = after(this.standing, event)
    if (event.what === 'reopened') this.cycleFrom = event.at
  }

  /** With whatever came before, in the same moment. */
  alongside(happening: Happening): void {
    const event: StoryEvent = { ...happening, at: this.last }
    this.events.push(event)
    this.standing = after(this.standing, event)
  }

  get responseDue(): Date | null {
    return this.usedUp(this.terms.policy.firstResponseMinutes, this.firstClock)
  }

  get resolutionDue(): Date | null {
    return this.usedUp(this.terms.policy.resolutionMinutes, this.resolutionClock)
  }

  /** When this part of the time for the first response had been used up, and somebody was there. */
  responsePoint(part: number): Date {
    return this.atWork(this.usedUp(this.terms.policy.firstResponseMinutes * part, this.firstClock))
  }

  /** The same of the resolution; pauses do not count. */
  resolutionPoint(part: number): Date {
    return this.atWork(this.usedUp(this.terms.policy.resolutionMinutes * part, this.resolutionClock))
  }

  /** So many hours of wall time later, when somebody is there again. */
  later(hours: number): Date {
    return this.atWork(new Date(this.last.getTime() + hours * 60 * MINUTE))
  }

  private usedUp(targetMinutes: number, clock: ClockEvents): Date | null {
    return dueAt({ targetMinutes, hours: this.terms.policy.hours }, this.terms.calendar, clock)
  }

  private get firstClock(): ClockEvents {
    return { startedAt: this.report.createdAt, pauses: [], stoppedAt: null }
  }

  private get resolutionClock(): ClockEvents {
    const cycle = this.events.filter(({ at }) => at >= this.cycleFrom)
    return resolutionEvents(this.cycleFrom, cycle)
  }

  /** People act while the studio is open; what is critical, they do at night as well. */
  private atWork(at: Date | null): Date {
    const wanted = (at ?? this.last).getTime()
    if (this.report.priority === 'critical') return new Date(wanted)
    const [open] = openRanges(hoursOf(this.report.studio.name), wanted, wanted + 7 * 24 * 60 * MINUTE)
    if (!open || open.from === wanted) return new Date(wanted)
    return new Date(open.from + this.random.int(3, 40) * MINUTE + this.random.int(0, 59_999))
  }

  private possible(wanted: Date): Date {
    const last = this.last.getTime()
    const earliest = last + this.random.int(60, 400) * 1_000
    const at = Math.max(wanted.getTime(), earliest)
    return new Date(at < this.now.getTime() ? at : Math.floor(last + (this.now.getTime() - last) * 0.5))
  }
}

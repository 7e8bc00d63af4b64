import type { Answers, ClientMood, Priority, TicketSource } from '@physique57/contracts'
import type { SubcategoryData } from '../catalogue/category.ts'
import { classTypes, packages } from '../catalogue/lookups.ts'
import { type StudioData, studios } from '../catalogue/studios.ts'
import { openRanges } from '../features/sla/calendar.ts'
import { type DemoClient, inventClients } from './clients.ts'
import { type Facts, fillAnswers } from './fill-answers.ts'
import { subcategoryOf, type ToldIncident, usualPriority } from './incidents.ts'
import { type Person, people, trainers } from './people.ts'
import type { Random } from './random.ts'
import { hoursOf } from './terms.ts'

/** What somebody at a studio logged. */
export interface Report {
  createdAt: Date
  reporter: Person
  category: string
  subcategory: SubcategoryData
  studio: StudioData
  title: string
  description: string
  answers: Answers
  priority: Priority
  source: TicketSource
  client: DemoClient | null
  clientMood: ClientMood | null
  occurredAt: Date
  followUpAt: Date | null
  actionTaken: string
  /** What will be said about it, with names and days filled in. */
  replies: string[]
  notes: string[]
  resolution: string
}

const clients = inventClients()

/** A report of this incident, with a client, a trainer, a class and a studio of its own. */
export function inventReport(random: Random, createdAt: Date, incident: ToldIncident, priority?: Priority): Report {
  const subcategory = subcategoryOf(incident)
  const studio = pickStudio(random)
  const reporter = pickReporter(random)
  const isAmongStaff = incident.replies.length === 0 && random.chance(0.4)
  const client = isAmongStaff ? null : random.pick(clients)
  const facts: Facts = {
    trainer: random.pick(trainers),
    classType: random.pick(classTypes),
    package: random.pick(packages.slice(1, 12)),
    otherStudio: random.pick(studios.filter((one) => one !== studio)).name,
    amount: random.int(30, 420) * 100,
    occurredAt: random.pick(slotsBefore(createdAt, studio)),
    reportedAt: createdAt,
  }
  const say = (text: string) => fillIn(text, facts, client, studio)

  return {
    createdAt,
    reporter,
    category: incident.category,
    subcategory,
    studio,
    title: titleOf(incident, studio, say, random),
    description: say(incident.description),
    answers: fillAnswers(subcategory.form, incident.answers ?? {}, facts, random),
    priority: priority ?? priorityOf(incident, random),
    source: reporter.team === 'Training' ? 'trainer' : random.pickWeighted(sources, ([, weight]) => weight)[0],
    client,
    clientMood: client && random.chance(0.85) ? random.pickWeighted(moods, ([, weight]) => weight)[0] : null,
    occurredAt: facts.occurredAt,
    followUpAt: random.chance(0.15) ? new Date(createdAt.getTime() + random.int(1, 6) * 86_400_000) : null,
    actionTaken: say(incident.actionTaken ?? ''),
    replies: incident.replies.map(say),
    notes: incident.notes.map(say),
    resolution: say(incident.resolution),
  }
}

/** Every eighth is logged in a hurry, without one. */
function titleOf(incident: ToldIncident, studio: StudioData, say: (text: string) => string, random: Random): string {
  const isLeftOut = random.chance(0.12) || !incident.title
  return isLeftOut || !incident.title ? `${incident.subcategory}, ${studio.shortName}` : say(incident.title)
}

const ladder: readonly Priority[] = ['low', 'medium', 'high', 'critical']

function priorityOf(incident: ToldIncident, random: Random): Priority {
  const usual = usualPriority(incident)
  if (usual === 'critical' || random.chance(0.86)) return usual
  const step = random.chance(0.5) ? 1 : -1
  return ladder[Math.min(2, Math.max(0, ladder.indexOf(usual) + step))] ?? usual
}

function fillIn(text: string, facts: Facts, client: DemoClient | null, studio: StudioData): string {
  const values: Record<string, string> = {
    client: firstName(client?.name ?? 'The client'),
    trainer: firstName(facts.trainer),
    class: facts.classType,
    package: facts.package,
    studio: studio.shortName,
    amount: `₹${facts.amount.toLocaleString('en-IN')}`,
    day: weekday.format(facts.reportedAt.getTime() + 2 * 86_400_000),
    time: clockTime.format(facts.occurredAt),
  }
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot)
}

const firstName = (name: string): string => (name === 'The client' ? name : (name.split(' ')[0] ?? name))

const weekday = new Intl.DateTimeFormat('en-IN', { weekday: 'long', timeZone: 'Asia/Kolkata' })
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Kolkata' })

const HALF_HOUR = 30 * 60_000

/** The last half hours at which the studio was open and something could have happened. */
function slotsBefore(at: Date, studio: StudioData): Date[] {
  const latest = Math.floor(at.getTime() / HALF_HOUR) * HALF_HOUR
  const open = [...openRanges(hoursOf(studio.name), latest - 2 * 86_400_000, latest)]
  const slots = open.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / HALF_HOUR) }, (_, index) => new Date(from + index * HALF_HOUR)),
  )
  return slots.length > 0 ? slots.slice(-8) : [new Date(latest)]
}

const studioWeights: Record<string, number> = {
  Kemps: 26,
  Bandra: 24,
  Kenkere: 16,
  'South Utd': 9,
  Cloves: 8,
  Galaxy: 7,
  Prestige: 7,
  'Pop-up': 3,
}
const pickStudio = (random: Random): StudioData =>
  random.pickWeighted(studios, ({ shortName }) => studioWeights[shortName] ?? 1)

/** Mostly the front desk; now and then anybody. */
const pickReporter = (random: Random): Person => random.pickWeighted(people, reportingWeight)

function reportingWeight({ role, team, status }: Person): number {
  if (status === 'disabled' || role === 'admin' || role === 'director') return 0
  if (role !== 'team_member') return 1
  return team === 'Operations' ? 12 : team === 'Client Success' || team === 'Training' ? 5 : 1
}

const sources: [TicketSource, number][] = [
  ['front_desk', 46],
  ['whatsapp', 18],
  ['phone', 14],
  ['email', 11],
  ['app', 8],
  ['social_media', 3],
]
const moods: [ClientMood, number][] = [
  ['calm', 22],
  ['understanding', 26],
  ['disappointed', 27],
  ['frustrated', 18],
  ['angry', 7],
]

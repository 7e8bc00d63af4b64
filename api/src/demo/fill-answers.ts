import { type Answers, type AnswerValue, type FormField, validateAnswers, visibleFields } from '@physique57/contracts'
import { idOf } from '../catalogue/catalogue-rows.ts'
import type { Random } from './random.ts'

/** What the form may be told about, so that answers agree with the text. */
export interface Facts {
  trainer: string
  classType: string
  package: string
  otherStudio: string
  amount: number
  occurredAt: Date
  reportedAt: Date
}

const OPTIONAL_ANSWERED = 0.6

/** Answers somebody at the desk would give: what is `known`, the rest made up. Throws if the form would refuse them. */
export function fillAnswers(form: readonly FormField[], known: Answers, facts: Facts, random: Random): Answers {
  const answers: Answers = {}
  for (const { key } of form) {
    const field = visibleFields(form, answers).find((one) => one.key === key)
    const answer = field && (known[key] ?? inventAnswer(field, facts, random))
    if (answer !== undefined) answers[key] = answer
  }

  const checked = validateAnswers(form, answers, { now: facts.reportedAt, timeZone: 'Asia/Kolkata' })
  if (!checked.ok) throw new Error(`Demo answers are refused: ${JSON.stringify({ answers, errors: checked.errors })}`)
  return { ...checked.answers }
}

function inventAnswer(field: FormField, facts: Facts, random: Random): AnswerValue | undefined {
  const isAnswered = field.required || random.chance(OPTIONAL_ANSWERED)
  if (!isAnswered) return undefined

  switch (field.type) {
    case 'lookup':
      return lookupAnswer(field.of, facts)
    case 'datetime':
      return facts.occurredAt.toISOString()
    case 'date':
      return dateIn(facts.occurredAt, laterDays[field.key] ?? 0)
    case 'number':
      return numberAnswer(field, facts, random)
    case 'rating':
      return random.int(2, 4)
    case 'select':
    case 'radio':
      return random.pick(field.options.filter(({ value }) => value !== 'other')).value
    case 'multiselect':
      return [random.pick(field.options).value]
    case 'checkbox':
      return true
    case 'text':
    case 'textarea':
      return texts[field.key] ?? (field.required ? 'See the description' : undefined)
    case 'email':
    case 'phone':
    case 'file':
      return undefined
  }
}

function lookupAnswer(kind: Extract<FormField, { type: 'lookup' }>['of'], facts: Facts): string {
  switch (kind) {
    case 'studio':
      return idOf.studio(facts.otherStudio)
    case 'trainer':
      return idOf.lookup('trainer', facts.trainer)
    case 'class_type':
      return idOf.lookup('class_type', facts.classType)
    case 'package':
      return idOf.lookup('package', facts.package)
  }
}

function numberAnswer(
  { key, unit, min = 0, max }: Extract<FormField, { type: 'number' }>,
  facts: Facts,
  random: Random,
) {
  if (unit === '₹') return key === 'price' ? random.int(4, 40) * 100 - 1 : facts.amount
  return random.int(min, Math.min(max ?? Infinity, min + 12))
}

/** Days that lie ahead when it is reported, or well behind. */
const laterDays: Record<string, number> = {
  freezeFrom: 6,
  returnsOn: 8,
  lastDay: 30,
  anotherOn: 5,
  refundPromisedFor: -5,
  askedOn: -12,
  endedOn: -20,
  memberSince: -400,
  pestControl: -45,
}

const texts: Record<string, string> = {
  transaction: 'T2611084417',
  invoice: 'P57/2611/0442',
  transferTo: 'Her sister, 98200 55501',
  shareWith: 'Her husband, who trains with us too',
  whyInUse: 'There is no spare one, the vendor comes tomorrow',
  appVersion: 'Two years old, app 4.12',
  spot: 'Along the mirror wall',
  cubicle: 'Second from the door',
  firstAidBy: 'The trainer',
  hospital: 'Clinic round the corner',
  locker: '14',
  witnesses: 'The whole second row',
}

/** The day it is in Kolkata. */
const dateIn = (at: Date, days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kolkata' }).format(at.getTime() + days * 86_400_000)

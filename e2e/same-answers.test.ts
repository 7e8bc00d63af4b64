import {
  type AnswerValue,
  CreateTicket,
  type FieldError,
  type Form,
  type FormField,
  type LookupEntry,
  LookupKind,
  lookups,
  tickets,
} from '@physique57/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parkingTrouble, problemOf, startTestApp, type TestApp, type TestUser } from '../api/src/test/test-app.ts'
import { formWithAnswers } from '../contracts/src/test/any-form.ts'
import { checkNewTicket, emptyTicket, type NewTicketValues } from '../web/src/features/tickets/form/new-ticket.ts'

let t: TestApp
let desk: TestUser
let offered: LookupEntry[]
beforeAll(async () => {
  t = await startTestApp()
  desk = await t.newUser()
  offered = (await t.call(desk, lookups.list)).body.items
})
afterAll(() => t.stop())

const { subcategoryId, studioId } = parkingTrouble
const timeZone = 'Asia/Kolkata'

test('the page and the API give the same answer to any form and anything typed into it', {
  timeout: 90_000,
}, async () => {
  const seen = { logged: 0, refused: 0, malformed: 0 }
  await fc.assert(
    fc.asyncProperty(anyPage(), async ({ fields, values }) => {
      const form = await putIntoForce(fields)
      const checked = checkNewTicket(values, form, { now: new Date(), timeZone, offered })
      const typed = { ...(checked.ok ? checked.body : envelopeOf(values)), answers: answersOf(fields, values) }
      const isWellFormed = CreateTicket.safeParse(typed).success
      const reply = await t.call(desk, tickets.create, { body: typed })

      if (!isWellFormed) {
        seen.malformed += 1
        expect(reply.status).toBe(400)
      } else if (!checked.ok) {
        seen.refused += 1
        expect([reply.status, said(problemOf(reply).errors)]).toEqual([422, said(checked.errors)])
      }
      if (!checked.ok) return
      seen.logged += 1
      const logged = isWellFormed ? reply : await t.call(desk, tickets.create, { body: checked.body })
      expect([logged.status, logged.body.answers]).toEqual([201, checked.body.answers])
    }),
    { numRuns: 150 },
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(5)
})

/** As a new version of the form, which is asked for from now on. */
let version = 1_000
async function putIntoForce(fields: FormField[]): Promise<Form> {
  version += 1
  const formVersionId = crypto.randomUUID()
  await t.everything
    .insertInto('formVersions')
    .values({ id: formVersionId, subcategoryId, version, fields: JSON.stringify(fields) })
    .execute()
  return { formVersionId, version, fields }
}

interface Page {
  fields: FormField[]
  values: NewTicketValues
}

const hours = fc.constantFrom(-100_000, -24, -1, 1, 24, 100_000)
const anyTime = fc.oneof(
  { weight: 8, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: hours.map((ahead) => new Date(Date.now() + ahead * 3_600_000).toISOString()) },
  { weight: 1, arbitrary: fc.constantFrom('2026-02-30T10:00:00Z', '0026-01-01T00:00:00Z', 'soon') },
)
const anyText = (max: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('', '  ', 'Water on the floor', 'शावर में गरम पानी नहीं आ रहा है') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(max), 'x'.repeat(max + 1), 'two\nlines') },
  )

const anyPage = (): fc.Arbitrary<Page> =>
  fc
    .record({
      form: formWithAnswers,
      lookups: fc.array(anyChoice(), { minLength: 8, maxLength: 8 }),
      title: anyText(200),
      description: anyText(50_000),
      occurredAt: anyTime,
      followUpAt: anyTime,
    })
    .map(({ form: [form, answers], lookups: choices, ...rest }) => {
      const fields = form.map((field, index): FormField => {
        const choice = choices[index]
        return field.type === 'lookup' && choice ? { ...field, of: choice.of } : field
      })
      const answered = fields.map(({ key, type }, index): [string, unknown] => [
        key,
        // Which files there are is not the page's to know: it holds only those it has uploaded.
        type === 'file' ? [] : type === 'lookup' && key in answers ? choices[index]?.id : answers[key],
      ])
      const values: NewTicketValues = {
        ...emptyTicket,
        subcategoryId,
        studioId,
        ...rest,
        // A draft may hold anything that was ever typed.
        answers: Object.fromEntries(answered) as Record<string, AnswerValue>,
      }
      return { fields, values }
    })

/** Of the list that is asked for, of another one, or of none. */
const anyChoice = () =>
  fc
    .record({ of: fc.constantFrom(...LookupKind.options), pick: fc.nat(1_000), isLost: fc.nat(9) })
    .map(({ of, pick, isLost }) => {
      const among = isLost === 1 ? offered : offered.filter(({ kind }) => kind === of)
      return { of, id: isLost === 0 ? crypto.randomUUID() : (among[pick % among.length]?.id ?? null) }
    })

/** What would be sent if nobody looked at it before. */
function envelopeOf({ title, description, occurredAt, followUpAt }: NewTicketValues) {
  return {
    subcategoryId,
    studioId,
    ...(title.trim() && { title: title.trim() }),
    ...(description.trim() && { description: description.trim() }),
    ...(occurredAt && { occurredAt }),
    ...(followUpAt && { followUpAt }),
  }
}

const answersOf = (fields: FormField[], { answers }: NewTicketValues) =>
  Object.fromEntries(
    fields.flatMap(({ key }) => (answers[key] === null || answers[key] === undefined ? [] : [[key, answers[key]]])),
  )

/** In any order, and whatever the clock shows meanwhile. */
const said = (errors: FieldError[] | undefined) =>
  (errors ?? []).map(({ path, message }) => `${path}: ${message.replace(/\d\d:\d\d/, 'now')}`).sort()

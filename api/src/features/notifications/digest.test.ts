import { setTimeout as sleep } from 'node:timers/promises'
import { notifications, tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Mail } from '../../adapters/mailer/mailer.ts'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { type JobRunner, startJobRunner } from '../../jobs/worker.ts'
import { copyTickets } from '../../test/copy-tickets.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { sendDigest } from './digest.jobs.ts'
import { sendDue } from './send-due.jobs.ts'

let t: TestApp
let jobs: JobRunner
let manager: TestUser
let person: TestUser
beforeAll(async () => {
  t = await startTestApp()
  jobs = await startJobRunner(t.config.databaseWorkerUrl, () => {})
  manager = await t.newUser({ role: 'manager', name: 'Radhika Deshmukhe' })
})
afterAll(async () => {
  await jobs.stop()
  await t.stop()
})

let sent: Mail[]
beforeEach(async () => {
  sent = []
  person = await t.newUser({ name: 'Tanvi Rajwade' })
  await t.call(person, notifications.changePreferences, { body: { events: { response: { mail: 'digest' } } } })
})
const works = { send: async (mail: Mail) => void sent.push(mail) }
const isDown = { send: () => Promise.reject(new Error('421 try later')) }

const digestOf = (user: TestUser, mailer: { send(mail: Mail): Promise<void> } = works) =>
  sendDigest({ config: t.config, db: t.everything, mailer }, { userId: user.id })

const outboxOf = (user: TestUser) =>
  t.everything.selectFrom('outbox').selectAll().where('userId', '=', user.id).execute()

/** A ticket of the person's, with so many notes of the manager's. */
async function ticketWith(notes: number, title = 'Barre is loose') {
  const ticket = await t.newTicket(person, { assignee: null, title })
  for (let n = 1; n <= notes; n++) {
    const body = { kind: 'note' as const, body: `Note ${n}` }
    await t.call(manager, tickets.respond, { params: { id: ticket.id }, body })
  }
  return ticket
}

/** As if the time had come. */
const itIsTime = (user: TestUser = person) =>
  t.everything
    .updateTable('notifications')
    .set({
      createdAt: sql`created_at - interval '1 day'`,
      inAppAt: sql`in_app_at - interval '1 day'`,
      mailAt: sql`now() - interval '1 second'`,
    })
    .where('userId', '=', user.id)
    .where('mailAt', '>', sql<Date>`now()`)
    .execute()

const takeAway = (ticketId: string) =>
  t.everything
    .updateTable('tickets')
    .set({ reportedByUserId: manager.id, assignedTeamId: idOf.team('Finance') })
    .where('id', '=', ticketId)
    .execute()

test('everything about all tickets is one mail, at its time and not before', async () => {
  const [one, two] = [await ticketWith(2, 'Barre is loose'), await ticketWith(1, 'शावर में गरम पानी नहीं')]
  await t.runJobs()
  await sendDue({ db: t.everything, jobs })
  await t.runJobs()
  expect(await outboxOf(person)).toEqual([])

  await itIsTime()
  await sendDue({ db: t.everything, jobs })
  await sendDue({ db: t.everything, jobs })
  await t.runJobs()

  const mails = await outboxOf(person)
  expect(mails).toMatchObject([{ status: 'sent', subject: '3 updates on 2 tickets', ticketId: null }])
  const [mail] = mails
  for (const { key, title, id } of [one, two]) {
    expect(mail?.textBody).toContain(`${key} · `)
    expect(mail?.textBody).toContain(title)
    expect(mail?.textBody).toContain(`http://localhost:3000/tickets/${id}`)
  }
  expect(mail?.textBody.match(/- Radhika Deshmukhe left a note on/g)).toHaveLength(3)
  expect(mail?.textBody).toContain('/notifications/preferences')

  await sendDue({ db: t.everything, jobs })
  await t.runJobs()
  expect(await outboxOf(person)).toHaveLength(1)
})

test('words that look like HTML stay words in it', async () => {
  const title = 'AC <script>alert(1)</script> & "cold"'
  const writer = await t.newUser({ role: 'manager', name: '<img src=x onerror=alert(2)>' })
  const ticket = await ticketWith(0, title)
  const body = { kind: 'note' as const, body: '<b>Note</b>' }
  await t.call(writer, tickets.respond, { params: { id: ticket.id }, body })
  await itIsTime()
  await digestOf(person)

  expect(sent[0]?.html).toContain('AC &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;cold&quot;')
  expect(sent[0]?.html).toContain('&lt;img src=x onerror=alert(2)&gt; left a note')
  expect(sent[0]?.html).not.toMatch(/<(script|img|b)\b/i)
})

test('what was read in the app before is not in it', async () => {
  await ticketWith(1, 'Read before')
  await t.call(person, notifications.readAll)
  await ticketWith(1, 'Not read yet')
  await itIsTime()
  await digestOf(person)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.text).toContain('Not read yet')
  expect(sent[0]?.text).not.toContain('Read before')

  await ticketWith(1)
  await t.call(person, notifications.readAll)
  await itIsTime()
  await digestOf(person)
  expect(sent).toHaveLength(1)
})

test('what somebody may no longer see is not in it, and if that is all there is no mail', async () => {
  const gone = await ticketWith(1, 'Taken away')
  await ticketWith(1, 'Still theirs')
  await takeAway(gone.id)
  await itIsTime()
  await digestOf(person)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.subject).toMatch(/^1 update on P57-/)
  expect(sent[0]?.html).not.toContain('Taken away')

  const last = await ticketWith(1)
  await takeAway(last.id)
  await itIsTime()
  await digestOf(person)
  expect(sent).toHaveLength(1)
  expect((await outboxOf(person)).filter(({ status }) => status === 'dropped')).toMatchObject([
    { detail: 'May no longer see any of these tickets' },
  ])
})

test('rights are asked again at each attempt; it stays the same mail', async () => {
  const gone = await ticketWith(1, 'Taken away meanwhile')
  await ticketWith(1, 'Still theirs')
  await itIsTime()
  await expect(digestOf(person, isDown)).rejects.toThrow('421')
  const [queued] = await outboxOf(person)
  expect(queued?.textBody).toContain('Taken away meanwhile')

  await takeAway(gone.id)
  await digestOf(person)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.messageId).toBe(queued?.messageId)
  expect(sent[0]?.text).not.toContain('Taken away meanwhile')
  expect(await outboxOf(person)).toMatchObject([{ status: 'sent', textBody: sent[0]?.text }])
})

test('two workers at once send it once', async () => {
  await ticketWith(2)
  await itIsTime()
  const slowly = {
    send: async (mail: Mail) => {
      await sleep(200)
      sent.push(mail)
    },
  }
  await Promise.allSettled([digestOf(person, slowly), digestOf(person, slowly)])
  expect(sent).toHaveLength(1)
  expect(await outboxOf(person)).toMatchObject([{ status: 'sent' }])
})

test('a worker killed after handing it over is followed by one that sends the same mail once more', async () => {
  await ticketWith(1)
  await itIsTime()
  const dies = {
    send: async (mail: Mail) => {
      sent.push(mail)
      await new Promise(() => {})
    },
  }
  void digestOf(person, dies)
  while (sent.length === 0) await sleep(10)
  await expect(digestOf(person)).rejects.toThrow('Another worker')
  await t.everything
    .updateTable('outbox')
    .set({ claimedAt: sql`now() - interval '21 seconds'` })
    .where('userId', '=', person.id)
    .execute()
  await digestOf(person)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('whoever is disabled meanwhile is not mailed', async () => {
  await ticketWith(1)
  await itIsTime()
  await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', person.id).execute()
  await digestOf(person)
  expect(sent).toEqual([])
  expect(await outboxOf(person)).toMatchObject([{ status: 'dropped' }])
})

test('what waited for the end of quiet hours is then mailed, ticket by ticket, once', async () => {
  const local = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Kolkata',
      hour: '2-digit',
      minute: '2-digit',
    })
  await t.call(person, notifications.changePreferences, {
    body: { events: { response: { mail: 'instant' } }, quietHours: { from: local(-60), to: local(60) } },
  })
  const ticket = await ticketWith(2)
  await t.runJobs()
  expect(await outboxOf(person)).toEqual([])

  await itIsTime()
  await sendDue({ db: t.everything, jobs })
  await sendDue({ db: t.everything, jobs })
  await t.runJobs()
  const mails = await outboxOf(person)
  expect(mails).toMatchObject([{ status: 'sent', ticketId: ticket.id }])
  expect(mails[0]?.textBody.match(/left a note/g)).toHaveLength(2)
})

test('what comes into an inbox by itself is announced to whoever has it open', async () => {
  const listener = new Client({ connectionString: t.database.ownerUrl })
  await listener.connect()
  onTestFinished(() => listener.end())
  const heard: string[] = []
  listener.on('notification', ({ payload }) => void heard.push(payload ?? ''))
  await t.call(person, notifications.changePreferences, { body: { events: { response: { inApp: 'digest' } } } })
  await ticketWith(1)
  await t.everything
    .updateTable('notifications')
    .set({ createdAt: sql`created_at - interval '1 day'`, inAppAt: sql`now() - interval '1 second'` })
    .where('userId', '=', person.id)
    .execute()
  await listener.query('listen live')
  await sendDue({ db: t.everything, jobs })
  await expect
    .poll(() => heard.map((payload) => JSON.parse(payload)))
    .toContainEqual({ kind: 'notifications', ids: [person.id] })
})

test('what is in a hundred tickets is still one mail that somebody reads', async () => {
  const { id } = await ticketWith(1, 'The first of many')
  const copies = await copyTickets(t.everything, id, Array(60).fill({}))
  await t.everything
    .insertInto('notifications')
    .values(
      copies.map((ticketId) => ({
        id: uuid(),
        userId: person.id,
        ticketId,
        event: 'response' as const,
        message: 'News',
        byMail: true,
        digest: true,
      })),
    )
    .execute()
  await itIsTime()
  await digestOf(person)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.subject).toBe('61 updates on 61 tickets')
  expect(sent[0]?.text).toContain('And news of 11 more in the app.')
})

import { setTimeout as sleep } from 'node:timers/promises'
import { notifications, tickets } from '@physique57/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Mail } from '../../adapters/mailer/mailer.ts'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { ticketMail } from '../../jobs/queues.ts'
import { startJobRunner } from '../../jobs/worker.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { sendWaitingMail } from './mail.jobs.ts'

let t: TestApp
let reporter: TestUser
let assignee: TestUser
beforeAll(async () => {
  t = await startTestApp({ MAIL_DELAY_SECONDS: '1' })
  reporter = await t.newUser({ team: 'Operations', name: 'Mehrish Palkhi' })
  assignee = await t.newUser({ team: 'Facilities', name: 'Devika Samarthan' })
})
afterAll(() => t.stop())

let sent: Mail[]
beforeEach(() => {
  sent = []
})
const works = { send: async (mail: Mail) => void sent.push(mail) }

const mailOf = (user: TestUser, ticketId: string, mailer: { send(mail: Mail): Promise<void> } = works) =>
  sendWaitingMail({ config: t.config, db: t.everything, mailer }, { userId: user.id, ticketId })

const outboxOf = (ticketId: string) =>
  t.everything.selectFrom('outbox').selectAll().where('ticketId', '=', ticketId).orderBy('createdAt').execute()

const say = async (ticketId: string, body: string) => {
  const reply = await t.call(assignee, tickets.respond, { params: { id: ticketId }, body: { kind: 'note', body } })
  expect(reply.status).toBe(201)
}

test('what happens after a mail has gone is another mail', async () => {
  const ticket = await t.newTicket(reporter)
  await say(ticket.id, 'Called the valet')
  await mailOf(reporter, ticket.id)
  await say(ticket.id, 'Valet is here')
  await mailOf(reporter, ticket.id)
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2)
})

test('what was read in the app before is not mailed', async () => {
  const ticket = await t.newTicket(reporter)
  await t.call(assignee, notifications.readAll)
  await mailOf(assignee, ticket.id)
  expect(sent).toEqual([])
  expect(await outboxOf(ticket.id)).toEqual([])
})

test('whoever has lost sight of the ticket meanwhile is not mailed, and the outbox says why', async () => {
  const ticket = await t.newTicket(reporter)
  await t.everything
    .updateTable('tickets')
    .set({ assignedToUserId: null, assignedTeamId: idOf.team('Finance') })
    .where('id', '=', ticket.id)
    .execute()
  await mailOf(assignee, ticket.id)
  expect(sent).toEqual([])
  expect(await outboxOf(ticket.id)).toMatchObject([{ status: 'dropped', detail: 'May no longer see this ticket' }])
})

test('rights are asked again at each attempt, not only at the first', async () => {
  const ticket = await t.newTicket(reporter)
  const isDown = { send: () => Promise.reject(new Error('421 try later')) }
  await expect(mailOf(assignee, ticket.id, isDown)).rejects.toThrow('421')
  await t.everything
    .updateTable('tickets')
    .set({ assignedToUserId: null, assignedTeamId: idOf.team('Finance') })
    .where('id', '=', ticket.id)
    .execute()
  await mailOf(assignee, ticket.id)
  expect(sent).toEqual([])
  expect(await outboxOf(ticket.id)).toMatchObject([{ status: 'dropped' }])
})

test('a mail that could not be handed over stays queued with the reason, and goes out as the same mail', async () => {
  const ticket = await t.newTicket(reporter)
  const isDown = { send: () => Promise.reject(new Error('421 try later')) }
  await expect(mailOf(assignee, ticket.id, isDown)).rejects.toThrow('421')
  const [queued] = await outboxOf(ticket.id)
  expect(queued).toMatchObject({ status: 'queued', detail: 'Error: 421 try later', sentAt: null })

  await mailOf(assignee, ticket.id)
  expect(sent.map(({ messageId }) => messageId)).toEqual([queued?.messageId])
  expect(await outboxOf(ticket.id)).toMatchObject([{ status: 'sent', detail: null }])
})

test('the job of a mail that could not be handed over is tried again later', async () => {
  const ticket = await t.newTicket(reporter)
  const runner = await startJobRunner(t.config.databaseWorkerUrl, () => {})
  await runner.run(ticketMail, () => Promise.reject(new Error('421 try later')))
  const jobOf = () =>
    sql<{ state: string; later: boolean; retryLimit: number }>`
      select state, start_after > now() as later, retry_limit from jobs.job where data ->> 'ticketId' = ${ticket.id}`.execute(
      t.everything,
    )
  for (let turn = 0; turn < 100 && (await jobOf()).rows[0]?.state !== 'retry'; turn++) await sleep(50)
  await runner.stop()
  expect((await jobOf()).rows).toEqual([{ state: 'retry', later: true, retryLimit: 8 }])
  await sql`delete from jobs.job`.execute(t.everything)
})

test('a worker killed after handing it over is followed by one that sends the same mail once more', async () => {
  const ticket = await t.newTicket(reporter)
  const dies = {
    send: async (mail: Mail) => {
      sent.push(mail)
      await new Promise(() => {})
    },
  }
  void mailOf(assignee, ticket.id, dies)
  while (sent.length === 0) await sleep(10)

  // its claim is young: it may still be at it, so the job is kept for later instead of being done
  await expect(mailOf(assignee, ticket.id)).rejects.toThrow('Another worker')
  expect(sent).toHaveLength(1)

  await t.everything
    .updateTable('outbox')
    .set({ claimedAt: sql`now() - interval '21 seconds'` })
    .where('ticketId', '=', ticket.id)
    .execute()
  await mailOf(assignee, ticket.id)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(await outboxOf(ticket.id)).toMatchObject([{ status: 'sent' }])
})

test('two workers at once send it once', async () => {
  const ticket = await t.newTicket(reporter)
  const slowly = {
    send: async (mail: Mail) => {
      await sleep(200)
      sent.push(mail)
    },
  }
  await Promise.allSettled([mailOf(assignee, ticket.id, slowly), mailOf(assignee, ticket.id, slowly)])
  expect(sent).toHaveLength(1)
  expect(await outboxOf(ticket.id)).toMatchObject([{ status: 'sent' }])
})

test('what is being told at the moment the mail is written is in it', async () => {
  const ticket = await t.newTicket(reporter)
  const held = Promise.withResolvers<void>()
  const isHeld = Promise.withResolvers<void>()
  const telling = t.everything.transaction().execute(async (db) => {
    await sql`select from public.tickets where id = ${ticket.id} for update`.execute(db)
    isHeld.resolve()
    await held.promise
    const [told] = await db.selectFrom('notifications').selectAll().where('ticketId', '=', ticket.id).execute()
    if (!told) throw new Error('nobody was told')
    const second = { ...told, id: told.id.replace(/.{12}$/, 'ffffffffffff'), message: 'And another thing' }
    await db.insertInto('notifications').values(second).execute()
  })
  await isHeld.promise
  const mailing = mailOf(assignee, ticket.id)
  await sleep(100)
  held.resolve()
  await Promise.all([telling, mailing])

  expect(sent).toHaveLength(1)
  expect(sent[0]?.text).toContain('And another thing')
})

test('words that look like HTML stay words in every mail: titles, names, what was said', async () => {
  const name = 'Asha"><img src=x onerror=alert(1)>'
  const title = 'AC <script>alert(1)</script> & <b onclick="alert(2)">hot</b>'
  const [asks, answers] = [
    await t.newUser({ name }),
    await t.newUser({ role: 'manager', name: '<svg/onload=alert(3)>' }),
  ]
  const ticket = await t.newTicket(asks, { title })
  const body = { kind: 'reply' as const, body: '</p><script>alert(4)</script>' }
  await t.call(answers, tickets.respond, { params: { id: ticket.id }, body })
  await mailOf(asks, ticket.id)

  const [mail] = sent
  expect(mail?.subject).toBe(`[${ticket.key}] ${title}`)
  expect(mail?.html).toContain(
    'AC &lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=&quot;alert(2)&quot;&gt;hot',
  )
  expect(mail?.html).toContain('&lt;svg/onload=alert(3)&gt; replied')
  expect(mail?.html).toContain('Asha&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
  expect(mail?.html).not.toMatch(/<(script|img|svg|b)\b/i)
})

// last, because its worker stays
test('a burst about one ticket is one mail to each person, with everything in it and an id that follows from it', async () => {
  const ticket = await t.newTicket(reporter)
  for (const body of ['Called the valet', 'Valet comes', 'Valet is here']) await say(ticket.id, body)
  await t.runJobs()

  const mails = await outboxOf(ticket.id)
  expect(mails.map(({ userId, status }) => ({ userId, status }))).toEqual(
    expect.arrayContaining([reporter, assignee].map(({ id }) => ({ userId: id, status: 'sent' }))),
  )
  expect(mails).toHaveLength(2)
  const toReporter = mails.find(({ userId }) => userId === reporter.id)
  expect(toReporter?.textBody.match(/Devika Samarthan left a note/g)).toHaveLength(3)

  const first = await t.everything
    .selectFrom('notifications')
    .select('id')
    .where('userId', '=', reporter.id)
    .where('ticketId', '=', ticket.id)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  expect(toReporter?.messageId).toBe(`<${first.id}@localhost>`)
})

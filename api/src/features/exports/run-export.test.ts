import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Export, type ExportTicketsSent, exporting, notifications } from '@physique57/contracts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Files } from '../../adapters/files/files.ts'
import { idOf } from '../../catalogue/catalogue-rows.ts'
import { cleanUpOldRows } from '../../jobs/clean-up.jobs.ts'
import { copyTickets } from '../../test/copy-tickets.ts'
import { exportAtOnce, fetchExport } from '../../test/exported.ts'
import { problemOf, startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { removeLooseFiles } from '../files/loose-files.jobs.ts'
import { removeOldExports } from './old-exports.jobs.ts'
import { runExport } from './run-export.ts'

// jobs are waited for, also where everything else runs at the same time
vi.setConfig({ testTimeout: 120_000 })

let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'Anita' })
})
afterAll(() => t.stop())

/** Of nothing at all, so that it is soon made. */
const pdf: ExportTicketsSent = { format: 'pdf', filter: { priority: 'critical' }, columns: ['number', 'title'] }
const begin = async (user: TestUser, body: ExportTicketsSent = pdf) => {
  const answer = await exportAtOnce(t, user, body)
  expect(answer.statusCode, answer.body).toBe(202)
  return answer.json<Export>()
}
const get = async (user: TestUser, { id }: Export) => (await t.call(user, exporting.get, { params: { id } })).body
const run = (user: TestUser, { id: exportId }: Export, files: Files = t.app.deps.files) =>
  runExport({ ...t.app.deps, files }, { exportId, userId: user.id })
/** Something happens between finding what is to be exported and reading it, or between reading it and being ready. */
const meanwhile = ({ before, after }: { before?: () => Promise<unknown>; after?: () => Promise<unknown> }): Files => ({
  ...t.app.deps.files,
  append: async (...bytes) => {
    await before?.()
    await t.app.deps.files.append(...bytes)
    await after?.()
  },
})
const moveTicket = (id: string, team: Parameters<typeof idOf.team>[0]) =>
  t.everything
    .updateTable('tickets')
    .set({ assignedTeamId: idOf.team(team) })
    .where('id', '=', id)
    .execute()
const toldTo = async (user: TestUser, { id }: Export) =>
  (await t.call(user, notifications.list)).body.items
    .filter(({ work }) => work?.id === id)
    .map(({ event, kind, message, ticket }) => ({ event, kind, message, ticket }))
const bytesOf = async ({ id }: Export) => {
  const { fileId } = await t.everything
    .selectFrom('exports')
    .select('fileId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { fileId, isThere: fileId !== null && existsSync(path.join(t.config.dataDir, 'files', fileId)) }
}

async function manyTickets(count: number, reporter: TestUser): Promise<string[]> {
  const original = await t.newTicket(reporter, { assignee: null, team: 'Finance' })
  return [original.id, ...(await copyTickets(t.everything, original.id, Array(count - 1).fill({})))]
}

test('it is there for a day, for whoever asked and nobody else', async () => {
  const [user, other] = [await t.newUser({ team: 'Finance' }), await t.newUser({ role: 'admin' })]
  const begun = await begin(user)
  expect((await fetchExport(t, user, begun.id)).statusCode).toBe(404)
  await run(user, begun)

  const ready = await get(user, begun)
  const file = await fetchExport(t, user, begun.id)
  expect(file.statusCode).toBe(200)
  expect(file.rawPayload).toHaveLength(ready.size ?? 0)
  expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.headers).toMatchObject({
    'content-disposition': expect.stringContaining(`attachment; filename="${ready.name}"`),
    'cache-control': 'private, no-cache',
  })
  expect(Date.parse(ready.expiresAt ?? '') - Date.now()).toBeGreaterThan(23.9 * 3_600_000)
  expect((await t.call(user, exporting.list)).body.items).toEqual([ready])
  expect((await t.call(other, exporting.list)).body.items).toEqual([])
  expect((await t.call(other, exporting.get, { params: { id: begun.id } })).status).toBe(404)
  expect((await fetchExport(t, other, begun.id)).statusCode).toBe(404)
  expect((await t.call(other, exporting.cancel, { params: { id: begun.id } })).status).toBe(404)
  await removeLooseFiles({ db: t.everything, files: t.app.deps.files })
  expect((await bytesOf(begun)).isThere).toBe(true)

  await t.everything.updateTable('exports').set({ expiresAt: new Date() }).where('id', '=', begun.id).execute()
  expect((await fetchExport(t, user, begun.id)).statusCode).toBe(404)
  const { fileId } = await bytesOf(begun)
  await removeOldExports({ db: t.everything, files: t.app.deps.files })
  expect(await get(user, begun)).toMatchObject({ state: 'expired' })
  expect(existsSync(path.join(t.config.dataDir, 'files', fileId ?? ''))).toBe(false)
})

describe('it is made with the rights of the moment it is made', () => {
  test('of somebody who saw everything and is a member now, only what a member sees', async () => {
    const user = await t.newUser({ role: 'manager' })
    const other = await t.newUser()
    await manyTickets(3, user)
    await manyTickets(2, other)
    const begun = await begin(user, { ...pdf, filter: { reporter: `${user.id},${other.id}` } })
    await t.everything.updateTable('users').set({ role: 'team_member' }).where('id', '=', user.id).execute()
    await run(user, begun)
    expect(await get(user, begun)).toMatchObject({ state: 'ready', total: 3 })
  })

  test('of somebody who no longer works here, nothing', async () => {
    const user = await t.newUser({ role: 'manager' })
    const begun = await begin(user)
    await t.everything.updateTable('users').set({ status: 'disabled' }).where('id', '=', user.id).execute()
    await run(user, begun)
    const row = await t.everything.selectFrom('exports').selectAll().where('id', '=', begun.id).executeTakeFirst()
    expect(row).toMatchObject({ state: 'waiting', fileId: null, done: 0 })
  })

  test('of what they no longer see when its turn comes, nothing', async () => {
    const [user, other] = [await t.newUser({ team: 'Finance' }), await t.newUser()]
    const newTicket = () => t.newTicket(other, { team: 'Finance', assignee: null })
    const [kept, lost] = [await newTicket(), await newTicket()]
    const begun = await begin(user, { ...pdf, filter: { reporter: other.id } })
    // as one of more tickets than are answered at once would be
    await t.everything.updateTable('exports').set({ format: 'csv' }).where('id', '=', begun.id).execute()
    await run(user, begun, meanwhile({ before: () => moveTicket(lost.id, 'Marketing') }))

    expect(await get(user, begun)).toMatchObject({ state: 'ready' })
    const told = (await fetchExport(t, user, begun.id)).body
    expect(told).toContain(kept.key)
    expect(told).not.toContain(lost.key)
  })

  test('and not handed out to somebody who was moved to another team while it was made', async () => {
    const user = await t.newUser({ team: 'Finance' })
    const begun = await begin(user)
    const marketing = { teamId: idOf.team('Marketing') }
    const moveUser = () => t.everything.updateTable('users').set(marketing).where('id', '=', user.id).execute()
    await run(user, begun, meanwhile({ after: moveUser }))
    expect((await fetchExport(t, user, begun.id)).statusCode).toBe(403)
  })

  test('it goes on when they have signed out', async () => {
    const user = await t.newUser()
    const begun = await begin(user)
    await t.everything.updateTable('sessions').set({ endedAt: new Date() }).where('userId', '=', user.id).execute()
    await run(user, begun)
    expect(await get({ ...user, ...(await t.signedIn(user.id)) }, begun)).toMatchObject({ state: 'ready' })
  })

  test.each([
    ['role', { role: 'team_member' as const }],
    ['team', { teamId: idOf.team('Marketing') }],
  ])('and not handed out to somebody whose %s is another by then', async (_, change) => {
    const user = await t.newUser({ role: 'manager' })
    const begun = await begin(user)
    await run(user, begun)
    await t.everything.updateTable('users').set(change).where('id', '=', user.id).execute()
    const answer = await fetchExport(t, user, begun.id)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ detail: expect.stringContaining('Export again') })
  })
})

describe('when it goes wrong', () => {
  test('an attempt that was given up wakes later and harms nothing: the file is of the one that took over', async () => {
    const begun = await begin(manager)
    const gate = Promise.withResolvers<void>()
    const { files } = t.app.deps
    const sleepy: Files = { ...files, append: async (...bytes) => gate.promise.then(() => files.append(...bytes)) }
    const first = run(manager, begun, sleepy)
    await vi.waitFor(async () => expect((await bytesOf(begun)).fileId).not.toBeNull())
    const asleep = await bytesOf(begun)

    await run(manager, begun)
    const taken = await bytesOf(begun)
    gate.resolve()
    await first

    expect(await get(manager, begun)).toMatchObject({ state: 'ready' })
    expect(taken.fileId).not.toBe(asleep.fileId)
    expect(await bytesOf(begun)).toEqual({ fileId: taken.fileId, isThere: true })
    expect(existsSync(path.join(t.config.dataDir, 'files', asleep.fileId ?? ''))).toBe(false)
    const audited = await t.everything
      .selectFrom('auditLog')
      .select('id')
      .where('actorId', '=', manager.id)
      .where('subject', '=', 'pdf')
      .execute()
    expect(audited).toHaveLength(1)
  })

  test('what fails is tried three times, and then says so', async () => {
    const begun = await begin(manager)
    const broken: Files = { ...t.app.deps.files, append: () => Promise.reject(new Error('no such disk')) }
    await expect(run(manager, begun, broken)).rejects.toThrow('no such disk')
    await expect(run(manager, begun, broken)).rejects.toThrow('no such disk')
    await run(manager, begun, broken)
    expect(await get(manager, begun)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('Something went wrong'),
    })
    const message = expect.stringContaining('Your PDF was not made. Something went wrong')
    expect(await toldTo(manager, begun)).toEqual([{ event: 'finished', kind: 'failed', message, ticket: null }])
    expect((await fetchExport(t, manager, begun.id)).statusCode).toBe(404)
  })

  test('more tickets than a PDF holds are refused at once, and also when there are more by the time it is made', async () => {
    const reporter = await t.newUser()
    await manyTickets(500, reporter)
    const body = { ...pdf, filter: { reporter: reporter.id } }
    const begun = await begin(manager, body)
    await manyTickets(1, reporter)
    await run(manager, begun)
    expect(await get(manager, begun)).toMatchObject({ state: 'failed', reason: expect.stringContaining('500') })

    const answer = await exportAtOnce(t, manager, body)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ errors: [{ path: 'format', message: expect.stringContaining('500') }] })
  })
})

test('whoever went elsewhere meanwhile finds in their inbox that it is ready, once, and nobody else does', async () => {
  const [user, other] = [await t.newUser(), await t.newUser({ role: 'admin' })]
  await t.newTicket(user, { priority: 'critical' })
  const begun = await begin(user)
  expect(await toldTo(user, begun)).toEqual([])
  await run(user, begun)
  await run(user, begun)
  const ready = { event: 'finished', kind: 'done', message: 'Your PDF of 1 ticket is ready', ticket: null }
  expect(await toldTo(user, begun)).toEqual([ready])
  expect((await t.call(user, notifications.unreadCount)).body.unread).toBe(1)
  expect(await toldTo(other, begun)).toEqual([])

  const [told] = (await t.call(user, notifications.list)).body.items
  const read = await t.call(user, notifications.read, { params: { id: told?.id ?? '' } })
  expect(read.body).toMatchObject({ work: { kind: 'export', id: begun.id }, readAt: expect.any(String) })
  expect((await t.call(user, notifications.unreadCount)).body.unread).toBe(0)
})

test('what is told of work goes with it after a month', async () => {
  const user = await t.newUser()
  const begun = await begin(user)
  await run(user, begun)
  const old = { createdAt: new Date(Date.now() - 31 * 86_400_000), fileId: null, state: 'expired' as const }
  await t.everything.updateTable('exports').set(old).where('id', '=', begun.id).execute()
  await cleanUpOldRows(t.everything)
  expect(await toldTo(user, begun)).toEqual([])
})

test('who cancels it stops it, and what was made is gone', async () => {
  const [waiting, ready] = [await begin(manager), await begin(manager)]
  await run(manager, ready)
  const before = await bytesOf(ready)
  expect(before.isThere).toBe(true)
  for (const { id } of [waiting, ready]) {
    expect((await t.call(manager, exporting.cancel, { params: { id } })).status).toBe(204)
  }
  await run(manager, waiting)
  expect(await get(manager, waiting)).toMatchObject({ state: 'cancelled', done: 0 })
  expect(await get(manager, ready)).toMatchObject({ state: 'cancelled' })
  expect(existsSync(path.join(t.config.dataDir, 'files', before.fileId ?? ''))).toBe(false)
  expect(problemOf(await t.call(manager, exporting.file, { params: { id: ready.id } })).code).toBe('not_found')
})

test('what was never finished is over after a day', async () => {
  const begun = await begin(manager)
  const longAgo = new Date(Date.now() - 25 * 3_600_000)
  await t.everything.updateTable('exports').set({ createdAt: longAgo }).where('id', '=', begun.id).execute()
  await removeOldExports({ db: t.everything, files: t.app.deps.files })
  expect(await get(manager, begun)).toMatchObject({ state: 'failed' })
})

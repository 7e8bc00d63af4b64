import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type BulkOperation, bulk, tickets } from '@physique57/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyTickets } from '../../test/copy-tickets.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import { startWorkerProcess } from '../../test/worker-process.ts'

const MANY = 1_000
const REFUSED = 7

let t: TestApp
let manager: TestUser
const workers: ChildProcess[] = []
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
}, 60_000)
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await t.stop()
})

function startWorker(): ChildProcess {
  const worker = startWorkerProcess(t)
  workers.push(worker)
  return worker
}

const get = async ({ id }: BulkOperation) => (await t.call(manager, bulk.get, { params: { id } })).body
const reaches = (operation: BulkOperation, done: number) =>
  expect
    .poll(async () => progressOf(await get(operation)), { timeout: 150_000, interval: 100 })
    .toBeGreaterThanOrEqual(done)
const progressOf = ({ changed, refused }: BulkOperation) => changed + refused
const isFinished = (operation: BulkOperation) =>
  expect.poll(async () => (await get(operation)).finishedAt, { timeout: 150_000 }).not.toBeNull()

/** How often each ticket's story tells this. */
async function toldOf(event: string, ids: string[]): Promise<Map<string, number>> {
  const rows = await t.everything
    .selectFrom('ticketHistory')
    .select(({ fn }) => ['ticketId', fn.countAll<number>().as('times')])
    .where('event', '=', event)
    .groupBy('ticketId')
    .execute()
  const times = new Map(rows.map(({ ticketId, times }) => [ticketId, Number(times)]))
  return new Map(ids.map((id) => [id, times.get(id) ?? 0]))
}

test('a change of 1,000 tickets goes on after its worker was killed, does each once, says which were refused, and is undone in one step', async () => {
  const reporter = await t.newUser()
  const original = await t.newTicket(reporter, { assignee: null, team: 'Finance' })
  const ids = [original.id, ...(await copyTickets(t.everything, original.id, Array(MANY - 1).fill({})))]
  const refusedIds = ids.slice(-REFUSED)
  const resolved = { status: 'resolved' as const, resolvedAt: new Date() }
  await t.everything.updateTable('tickets').set(resolved).where('id', 'in', refusedIds).execute()

  const first = startWorker()
  const { body: operation } = await t.call(manager, bulk.update, {
    body: { filter: { reporter: reporter.id }, change: { tags: { add: ['audit 2026'] } } },
  })
  expect(operation).toMatchObject({ total: MANY, changed: 0, refused: 0, finishedAt: null })
  await reaches(operation, 1)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const left = await get(operation)
  expect(progressOf(left)).toBeLessThan(MANY)
  expect(left.finishedAt).toBeNull()

  startWorker()
  await isFinished(operation)
  expect(await get(operation)).toMatchObject({ total: MANY, changed: MANY - REFUSED, refused: REFUSED })
  const { body: refused } = await t.call(manager, bulk.items, {
    params: { id: operation.id },
    query: { state: 'refused', limit: 100 },
  })
  expect(refused.items.map(({ ticket }) => ticket?.id).sort()).toEqual([...refusedIds].sort())
  for (const { reason } of refused.items) expect(reason).toBe('This ticket is resolved. Reopen it first.')
  const onceEach = new Map(ids.map((id) => [id, refusedIds.includes(id) ? 0 : 1]))
  expect(await toldOf('tagged', ids)).toEqual(onceEach)
  const tagged = async () => (await t.call(manager, tickets.list, { query: { filter: 'tag:"audit 2026"' } })).body.total
  expect(await tagged()).toBe(MANY - REFUSED)

  const { body: undone } = await t.call(manager, bulk.undo, { params: { id: operation.id } })
  await isFinished(undone)
  expect(await get(undone)).toMatchObject({ total: MANY - REFUSED, changed: MANY - REFUSED, refused: 0 })
  expect(await tagged()).toBe(0)
  expect(await toldOf('undone', ids)).toEqual(onceEach)
}, 360_000)

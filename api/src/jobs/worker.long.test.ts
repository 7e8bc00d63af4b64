import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Export, exporting } from '@physique57/contracts'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAtOnce, fetchExport } from '../test/exported.ts'
import { startTestApp, type TestApp } from '../test/test-app.ts'
import { startWorkerProcess } from '../test/worker-process.ts'

let t: TestApp
let superuser: Client
const workers: ChildProcess[] = []
beforeAll(async () => {
  t = await startTestApp()
  superuser = new Client({ connectionString: t.database.superuserUrl })
  await superuser.connect()
}, 60_000)
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await superuser.end()
  await t.stop()
})

function startWorker(): ChildProcess {
  const worker = startWorkerProcess(t)
  workers.push(worker)
  return worker
}

const outbox = () => t.everything.selectFrom('outbox').selectAll().execute()

async function until(condition: () => Promise<boolean>, what: string, withinMs: number) {
  const deadline = Date.now() + withinMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`)
    await sleep(200)
  }
}

test('when a worker is killed while it sends a mail, another sends it within 60 s, once', async () => {
  // as a mail server that does not answer: whoever marks a mail as sent waits for us
  await superuser.query(`
    create function public.wait() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock_shared(1); return new; end';
    create trigger wait before update on public.outbox for each row when (new.status = 'sent') execute function public.wait()`)
  await superuser.query('select pg_advisory_lock(1)')
  const first = startWorker()
  const [reporter, assignee] = [await t.newUser({ team: 'Operations' }), await t.newUser({ team: 'Facilities' })]
  await t.newTicket(reporter)
  await until(async () => (await outbox()).some(({ claimedAt }) => claimedAt !== null), 'a claimed mail', 30_000)
  startWorker()
  await sleep(3_000)

  first.kill('SIGKILL')
  await once(first, 'exit')
  const killedAt = Date.now()
  await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  await superuser.query('select pg_advisory_unlock(1)')
  expect(await outbox()).toMatchObject([{ status: 'queued', userId: assignee.id }])

  await until(async () => (await outbox()).every(({ status }) => status === 'sent'), 'the mail of the dead', 60_000)
  expect(await outbox()).toHaveLength(1)
  expect(Date.now() - killedAt).toBeGreaterThan(5_000)
})

test('when a worker is killed while it makes an export, another makes it within 60 s, whole and once', async () => {
  // whoever says how far it is waits for us
  await superuser.query(`
    create function public.wait_far() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock_shared(2); return new; end';
    create trigger wait_far before update on public.exports for each row when (new.done > old.done) execute function public.wait_far()`)
  await superuser.query('select pg_advisory_lock(2)')
  const user = await t.newUser({ role: 'manager' })
  await t.newTicket(user)
  const begun = (
    await exportAtOnce(t, user, { format: 'pdf', filter: {}, columns: ['number', 'title'] })
  ).json<Export>()
  const rowOf = () =>
    t.everything.selectFrom('exports').selectAll().where('id', '=', begun.id).executeTakeFirstOrThrow()
  const first = startWorker()
  await until(async () => (await rowOf()).total !== null, 'an export under way', 30_000)
  const { fileId } = await rowOf()

  for (const worker of workers) worker.kill('SIGKILL')
  if (first.exitCode === null && first.signalCode === null) await once(first, 'exit')
  startWorker()
  await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  await superuser.query('select pg_advisory_unlock(2)')

  await until(async () => (await rowOf()).state === 'ready', 'the export of the dead', 60_000)
  expect((await rowOf()).fileId).not.toBe(fileId)
  const { body } = await t.call(user, exporting.get, { params: { id: begun.id } })
  expect((await fetchExport(t, user, begun.id)).rawPayload).toHaveLength(body.size ?? 0)
})

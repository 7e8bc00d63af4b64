import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { createThrough, type HowMuch } from './create-through.ts'
import { startTestApp, type TestApp } from './test-app.ts'
import { startWorkerProcess } from './worker-process.ts'

/** The worker is killed again and again while it mails what happens: everybody is mailed once about each ticket (R4). */
export async function killWorkerUnderLoad({ count, times }: HowMuch): Promise<void> {
  const t = await startTestApp()
  let worker = startWorkerProcess(t)
  try {
    const fault = async () => {
      await sleep(1_000)
      worker.kill('SIGKILL')
      worker = startWorkerProcess(t)
    }
    await createThrough(t, await t.listen(), { count, times, fault })
    const deadline = Date.now() + 60_000
    while ((await unsent(t)) > 0) {
      expect(Date.now(), 'a minute after the last was killed').toBeLessThan(deadline)
      await sleep(250)
    }
    const mails = await t.everything.selectFrom('outbox').select(['ticketId', 'status', 'messageId']).execute()
    expect(mails.filter(({ status }) => status !== 'sent')).toEqual([])
    expect(new Set(mails.map(({ ticketId }) => ticketId)).size).toBe(count)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(count)
    expect(mails).toHaveLength(count)
  } finally {
    worker.kill('SIGKILL')
    await t.stop()
  }
}

/** Whoever is to be mailed and is not yet, and mails that are written and have not gone. */
async function unsent(t: TestApp): Promise<number> {
  const waiting = await t.everything
    .selectFrom('notifications')
    .leftJoin('outbox', 'outbox.id', 'notifications.mailId')
    .select('notifications.id')
    .where('byMail', '=', true)
    .where((where) => where.or([where('mailId', 'is', null), where('outbox.status', '=', 'queued')]))
    .execute()
  return waiting.length
}

import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { createThrough, type HowMuch } from './create-through.ts'
import { startRestartableDatabase } from './restartable-database.ts'
import { startTestApp } from './test-app.ts'

/** PostgreSQL is restarted under load: meanwhile answers or 503, five seconds later all is well, and nothing is lost or doubled. */
export async function restartDatabaseUnderLoad(much: HowMuch): Promise<void> {
  const server = await startRestartableDatabase()
  const t = await startTestApp({}, { database: server.database })
  const ended = new AbortController()
  try {
    const baseUrl = await t.listen()
    const { token } = await t.newUser({ role: 'manager' })
    const look = async () => {
      const response = await fetch(`${baseUrl}/api/tickets`, { headers: { authorization: `Bearer ${token}` } })
      await response.arrayBuffer()
      if (response.status !== 200) expect(response.status).toBe(503)
      if (response.status !== 200) expect(response.headers.get('retry-after')).toMatch(/^[1-9]/)
      return response.status
    }
    const goOnLooking = async () => {
      while (!ended.signal.aborted) await look()
    }
    const fault = async () => {
      await server.restart()
      const back = Date.now()
      while ((await look()) !== 200) {
        expect(Date.now() - back, 'milliseconds since the database is back').toBeLessThan(5_000)
        await sleep(100)
      }
    }
    const [unanswered] = await Promise.all([
      createThrough(t, baseUrl, { ...much, fault }).finally(() => ended.abort()),
      goOnLooking(),
    ])
    expect(unanswered, 'the restarts hit nothing').toBeGreaterThan(0)
  } finally {
    ended.abort()
    await t.stop()
    await server.stop()
  }
}

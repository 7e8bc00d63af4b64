import { expect } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { TEST_AUTH_SECRET } from './cluster-setup.ts'
import { createThrough, type HowMuch } from './create-through.ts'
import { ownPort } from './own-port.ts'
import { startTestApp, type TestApp } from './test-app.ts'

/** The API is killed while tickets are created: what was acknowledged stands, and nothing stands twice. */
export const killApiUnderLoad = (much: HowMuch) =>
  withMortalApi(async (t, api) => {
    const fault = async () => {
      await api.process.kill()
      await api.start()
    }
    const unanswered = await createThrough(t, api.process.baseUrl, { ...much, fault })
    expect(unanswered, 'the kills hit nothing').toBeGreaterThan(much.times)
  })

/** The API is asked to end while tickets are created: it has left within ten seconds, and nothing is lost or doubled. */
export const endApiUnderLoad = (much: HowMuch) =>
  withMortalApi(async (t, api) => {
    const fault = async () => {
      expect(await api.process.stop()).toBeLessThan(10_000)
      await api.start()
    }
    await createThrough(t, api.process.baseUrl, { ...much, fault })
  })

interface MortalApi {
  process: ApiProcess
  /** At the same address as before. */
  start(): Promise<void>
}

async function withMortalApi(work: (t: TestApp, api: MortalApi) => Promise<void>): Promise<void> {
  const t = await startTestApp()
  const port = await ownPort()
  const begin = () =>
    startApiProcess(port, {
      DATABASE_URL: t.database.ownerUrl,
      AUTH_SECRET: TEST_AUTH_SECRET,
      RATE_WRITES_PER_MINUTE: '100000',
      RATE_SEARCHES_PER_MINUTE: '100000',
      LOG_LEVEL: 'silent',
      WEB_DIR: '/nonexistent',
    })
  const api: MortalApi = {
    process: await begin(),
    async start() {
      api.process = await begin()
    },
  }
  try {
    await work(t, api)
  } finally {
    await api.process.kill()
    await t.stop()
  }
}

import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { environmentWith } from '../config.ts'

const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

export interface ApiProcess {
  baseUrl: string
  /** Without warning, as when the power goes. */
  kill(): Promise<void>
  /** As whoever runs it does. Answers how many milliseconds it took to leave. */
  stop(): Promise<number>
}

/** The API in a process of its own, as in production; resolves when it answers. */
export async function startApiProcess(port: number, env: Record<string, string>): Promise<ApiProcess> {
  const settings = { ...env, NODE_ENV: 'development', PORT: String(port), HOST: '127.0.0.1', BASE_URL: undefined }
  // it leaves when this process does, however that ends
  const child = spawn(process.execPath, ['--import', './api/src/embedded/follow-parent.ts', 'api/src/server.ts'], {
    cwd: REPOSITORY,
    env: environmentWith(settings) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const baseUrl = `http://127.0.0.1:${port}`
  while (!(await answers(`${baseUrl}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`)
    await sleep(25)
  }
  return {
    baseUrl,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      const asked = Date.now()
      child.kill('SIGTERM')
      await ended
      return Date.now() - asked
    },
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

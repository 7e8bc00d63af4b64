import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { environmentWith } from '../config.ts'

const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

export interface StartedApp {
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
  /** Ctrl-C, and wait. */
  stop(): Promise<void>
}

export interface AppOptions {
  /** Default: what `npm start` runs once everything is installed. */
  command?: string[]
  env: Record<string, string>
  repository?: string
  uid?: number
  gid?: number
}

/** The system in processes of its own, as from a terminal; resolves when it says that it is running, or has ended. */
export async function startApp({ command, env, repository = REPOSITORY, ...user }: AppOptions): Promise<StartedApp> {
  const [program = '', ...args] = command ?? [process.execPath, 'scripts/start.ts']
  const child = spawn(program, args, { cwd: repository, env: cleanEnvironment(env), detached: true, ...user })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const running = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk
        if (output.includes('is running')) resolve()
      })
    }
  })
  await Promise.race([running, ended])
  return {
    process: child,
    output: () => output,
    ended,
    async stop() {
      interrupt(child)
      await ended
    },
  }
}

/** As a terminal does: to all of its process group. */
function interrupt({ pid }: ChildProcess) {
  try {
    if (pid) process.kill(-pid, 'SIGINT')
  } catch {
    // It ended already.
  }
}

/** An empty DATA_DIR that also the user PostgreSQL runs as may enter. */
export function temporaryDataDir(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'physique57-data-'))
  chmodSync(dataDir, 0o755)
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Ours without what the surrounding test run or shell has set for the product. */
function cleanEnvironment(env: Record<string, string>) {
  const unset = {
    NODE_ENV: undefined,
    DATABASE_URL: undefined,
    PORT: undefined,
    BASE_URL: undefined,
    AUTH_SECRET: undefined,
  }
  return environmentWith({ ...unset, ...env }) as NodeJS.ProcessEnv
}

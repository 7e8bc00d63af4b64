import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { openLog } from './log-file.ts'

const STEADY_AFTER = 30_000
const LONGEST_PAUSE = 10_000

export interface Program {
  name: string
  /** For Node. */
  args: string[]
  env: Record<string, string | undefined>
  /** Where its standard output goes; without, to ours. */
  logFile?: string | undefined
}

export interface Child {
  /** How often it has ended by itself so far. */
  failures(): number
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Runs a program, and again when it ends by itself, pausing longer the more often that happens. */
export function keepRunning(program: Program, say: (line: string) => void): Child {
  const log = program.logFile === undefined ? undefined : openLog(program.logFile)
  let failures = 0
  let pause = 100
  let again: NodeJS.Timeout | undefined
  let dismissed: ChildProcess | undefined
  let child = launch()

  function launch(): ChildProcess {
    const startedAt = Date.now()
    const started = start(program, log)
    started.once('exit', (code, signal) => {
      if (started === dismissed) return
      failures++
      pause = Date.now() - startedAt > STEADY_AFTER ? 200 : Math.min(pause * 2, LONGEST_PAUSE)
      say(`The ${program.name} ended (${signal ?? `code ${code}`}); starting it again.`)
      again = setTimeout(() => {
        child = launch()
      }, pause)
    })
    return started
  }

  async function dismiss() {
    clearTimeout(again)
    dismissed = child
    await end(child)
  }

  return {
    failures: () => failures,
    async restart() {
      await dismiss()
      child = launch()
    },
    async stop() {
      await dismiss()
      if (log !== undefined) closeSync(log)
    },
  }
}

function start({ args, env }: Program, log: number | undefined): ChildProcess {
  return spawn(process.execPath, ['--import', `${import.meta.dirname}/follow-parent.ts`, ...args], {
    env: env as NodeJS.ProcessEnv,
    // Its own process group: Ctrl-C reaches only the supervisor, which stops everything in order.
    detached: true,
    stdio: ['ignore', log ?? 'inherit', 'inherit', 'ipc'],
  })
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const emergency = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await ended
  clearTimeout(emergency)
}

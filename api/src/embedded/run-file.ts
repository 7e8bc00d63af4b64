import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Run = z.object({ pid: z.number(), since: z.string(), url: z.string() })
type Run = z.infer<typeof Run>

/** Who runs on this data folder, unless it was killed: a process id alone may meanwhile be somebody else's. */
export function currentRun(dataDir: string): Run | undefined {
  const run = previousRun(dataDir)
  return run && startOf(run.pid) === run.since ? run : undefined
}

/** The last run that did not tidy up after itself. */
export function previousRun(dataDir: string): Run | undefined {
  if (!existsSync(runFile(dataDir))) return undefined
  return Run.safeParse(parse(readFileSync(runFile(dataDir), 'utf8'))).data
}

export function recordRun(dataDir: string, url: string): void {
  const unfinished = `${runFile(dataDir)}.${process.pid}`
  writeFileSync(unfinished, JSON.stringify({ pid: process.pid, since: startOf(process.pid), url } satisfies Run))
  renameSync(unfinished, runFile(dataDir))
}

export function forgetRun(dataDir: string): void {
  rmSync(runFile(dataDir), { force: true })
}

const runFile = (dataDir: string) => path.join(dataDir, 'run.json')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** When a process began, in whatever words the system has for it; empty if there is none. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    // The name in parentheses may contain anything; the start is the 20th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    return `${fields?.[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return ''
  }
}

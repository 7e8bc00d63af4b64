import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Ends a PostgreSQL that still works on this data because whoever started it was killed, and removes its stale lock. */
export async function stopLeftovers(dataDir: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const processes = processesOn(dataDir)
    if (processes.length === 0) break
    // The postmaster ends its own backends in order; only the last resort goes to each of them.
    const postmaster = lockHolder(dataDir)
    const targets = signal === 'SIGKILL' || !postmaster ? processes : [postmaster]
    for (const pid of targets) kill(pid, signal)
    await gone(dataDir, 8_000)
  }
  // Its process id may belong to somebody else by now, and PostgreSQL would wait for him.
  rmSync(path.join(dataDir, 'postmaster.pid'), { force: true })
}

/** PostgreSQL processes make the data directory their working directory. */
function processesOn(dataDir: string): number[] {
  if (process.platform === 'linux') return numbersIn('/proc').filter((pid) => workingDirectory(pid) === dataDir)
  const postmaster = lockHolder(dataDir)
  return postmaster && commandOf(postmaster).includes(dataDir) ? [postmaster] : []
}

function lockHolder(dataDir: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

function numbersIn(directory: string): number[] {
  return readdirSync(directory).map(Number).filter(Number.isInteger)
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}

async function gone(dataDir: string, milliseconds: number) {
  const deadline = Date.now() + milliseconds
  while (processesOn(dataDir).length > 0 && Date.now() < deadline) await sleep(50)
}

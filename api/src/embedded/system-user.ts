import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Whom a process runs as; empty means: as whoever runs us. */
export type SystemUser = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root. Then it runs as whoever owns the data already,
 * else as the system user `postgres`, who is created if missing.
 */
export function postgresUser(dataDir: string): SystemUser {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  if (spawnSync('id', ['postgres']).status !== 0) {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export function canEnter(user: SystemUser, directory: string): boolean {
  return spawnSync('test', ['-x', directory], user).status === 0
}

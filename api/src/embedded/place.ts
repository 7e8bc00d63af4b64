import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../config.ts'
import { SHARED_HOME } from './binaries.ts'
import { canEnter, postgresUser } from './system-user.ts'

/**
 * Where the database's files are: `postgres` in the data folder. When we are root and the user PostgreSQL runs as may
 * not enter that folder (a clone in root's home), they are kept elsewhere and `postgres` is a link to them.
 */
export function placeOfPostgres(dataDir: string): string {
  const place = path.join(dataDir, 'postgres')
  const found = lstatSync(place, { throwIfNoEntry: false })
  if (found?.isSymbolicLink()) return prepared(readlinkSync(place))

  const mayEnter = canEnter(postgresUser(place), dataDir)
  if (mayEnter) return place
  if (found)
    throw new StartError(`The user PostgreSQL runs as may no longer enter ${dataDir}. Give it back with: chmod o+x`)

  const elsewhere = path.join(SHARED_HOME, createHash('sha256').update(dataDir).digest('hex').slice(0, 12), 'postgres')
  symlinkSync(elsewhere, place)
  return prepared(elsewhere)
}

function prepared(target: string): string {
  const parent = path.dirname(target)
  if (!existsSync(parent)) mkdirSync(parent, { recursive: true, mode: 0o755 })
  return target
}

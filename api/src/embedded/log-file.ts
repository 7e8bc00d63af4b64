import { existsSync, openSync, renameSync } from 'node:fs'

/** Opens a fresh log; the one before stays beside it as `.1`. */
export function openLog(file: string): number {
  if (existsSync(file)) renameSync(file, `${file}.1`)
  return openSync(file, 'w')
}

import { existsSync, lstatSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { loadSettings, StartError } from '../api/src/config.ts'
import { stopLeftovers } from '../api/src/embedded/leftovers.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'
import { fail } from './fail.ts'

await reset().catch(fail)

async function reset() {
  const { dataDir } = loadSettings()
  const running = currentRun(dataDir)
  if (running) throw new StartError(`It is running at ${running.url} (process ${running.pid}). Stop it first.`)
  if (!existsSync(dataDir)) return console.log(`There is nothing in ${dataDir}.`)
  if (!process.argv.includes('--yes') && !(await isSure(dataDir))) return

  await deletePostgres(path.join(dataDir, 'postgres'))
  // By name: DATA_DIR may be a folder in which other things live.
  for (const name of ['postgres.new', 'files', 'logs', 'secrets.json', 'run.json']) remove(path.join(dataDir, name))
  console.log('Deleted. The next `npm start` begins anew.')
}

async function isSure(dataDir: string) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Delete all tickets, people and files in ${dataDir}? Type yes: `)
  terminal.close()
  return answer.trim().toLowerCase() === 'yes'
}

/** Its data may be elsewhere: see `placeOfPostgres`. */
async function deletePostgres(place: string) {
  const isLink = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()
  const target = isLink ? readlinkSync(place) : place
  if (existsSync(target)) await stopLeftovers(target)
  if (isLink) remove(path.dirname(target))
  remove(place)
}

function remove(entry: string) {
  rmSync(entry, { recursive: true, force: true })
}

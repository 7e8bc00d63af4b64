import { existsSync, lstatSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { loadSettings } from '../api/src/config.ts'
import { stopLeftovers } from '../api/src/embedded/leftovers.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'

const { dataDir } = loadSettings()
const running = currentRun(dataDir)

if (running) {
  console.error(`It is running at ${running.url} (process ${running.pid}). Stop it first.`)
  process.exitCode = 1
} else if (!existsSync(dataDir)) {
  console.log(`Nothing to delete in ${dataDir}.`)
} else if (process.argv.includes('--yes') || (await isSure())) {
  await deletePostgres(path.join(dataDir, 'postgres'))
  // By name: DATA_DIR may be a folder in which other things live.
  for (const name of ['postgres.new', 'files', 'logs', 'secrets.json', 'run.json']) remove(path.join(dataDir, name))
  console.log('Deleted. The next `npm start` begins anew.')
}

async function isSure() {
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
  remove(target)
  remove(place)
}

function remove(entry: string) {
  rmSync(entry, { recursive: true, force: true })
}

// Runs before `npm start` and `npm test`, on whatever Node started npm, perhaps with nothing installed yet:
// plain JavaScript, and nothing but Node itself is imported.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '..')
const inRepository = (...parts) => path.join(repository, ...parts)

if (!isInstalled()) {
  console.log('Installing packages (this once; about a minute) …')
  install()
}
if (!isWebBuilt()) {
  console.log('Building the web application …')
  buildWeb()
}

/** Whether node_modules holds what package-lock.json asks for; npm notes in a lock file of its own what it put there. */
function isInstalled() {
  const wanted = packagesIn(inRepository('package-lock.json'))
  const found = packagesIn(inRepository('node_modules/.package-lock.json'))
  return (
    found !== undefined &&
    Object.entries(wanted).every(([place, { version, link, optional }]) => {
      if (place === '' || link || !place.includes('node_modules/')) return true
      return found[place] ? found[place].version === version : optional
    })
  )
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install() {
  const npm = process.env.npm_execpath
  const [command, ...args] = npm ? [process.execPath, npm] : ['npm']
  run(command, [...args, 'ci', '--loglevel=error'])
}

function isWebBuilt() {
  const stamp = inRepository('web/dist/.sources')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfWebSources()
}

function buildWeb() {
  run(inRepository('node_modules/.bin/node'), [
    inRepository('node_modules/vite/bin/vite.js'),
    'build',
    'web',
    '--logLevel=warn',
  ])
  removeOldAssets()
  writeFileSync(inRepository('web/dist/.sources'), hashOfWebSources())
}

/** A tab opened before a build asks for that build's pieces; after two weeks there is none left. A build writes all of its own anew. */
function removeOldAssets() {
  const oldest = Date.now() - 14 * 86_400_000
  for (const asset of filesBelow('web/dist/assets')) {
    if (statSync(inRepository(asset)).mtimeMs < oldest) rmSync(inRepository(asset))
  }
}

function hashOfWebSources() {
  const hash = createHash('sha256')
  for (const source of ['package-lock.json', ...filesBelow('contracts/src'), ...filesBelow('web')]) {
    hash.update(source).update(readFileSync(inRepository(source)))
  }
  return hash.digest('hex')
}

function filesBelow(directory) {
  return readdirSync(inRepository(directory), { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap((entry) => {
      const file = `${directory}/${entry.name}`
      return entry.isDirectory() ? filesBelow(file) : [file]
    })
    .sort()
}

/** Its output is shown only if it fails. */
function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: repository, encoding: 'utf8' })
  if (status === 0) return
  console.error(error ?? `${stdout}${stderr}`)
  process.exit(1)
}

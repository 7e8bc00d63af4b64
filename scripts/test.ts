import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserReport, failedJourneys, failedTests, type VitestReport } from './what-failed.ts'

/** Each wider tier contains the narrower ones. */
const { all, long } = parseArgs({
  options: { all: { type: 'boolean', default: false }, long: { type: 'boolean', default: false } },
}).values
const wide = all || long

const REPORTS = 'test-results'
const startedAt = Date.now()
const failedSteps: string[] = []
const failures: string[] = []
/** Where the version of PostgreSQL could make a difference: not HTTP, processes and networks that die, or pages. */
const onDatabase = ['api/src/db', 'api/src/features', 'api/src/jobs', 'api/src/test/access']

let passed = 0
let failed = 0
let flaky = 0

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS)

run('check', ['npm', 'run', 'check', '--silent'])
vitest(
  'unit and integration',
  ['unit', 'integration', ...(wide ? ['wide', 'embedded'] : []), ...(long ? ['long'] : [])],
  wide ? { TEST_THOROUGHLY: 'true' } : {},
)
if (wide)
  vitest('integration on an older PostgreSQL', ['integration'], { TEST_POSTGRES_HOME: debianPostgres() }, onDatabase)
browser(wide ? ['main', 'wide'] : ['main'])
if (wide) browser(['alone'], ['--workers=1', '--output=test-results/alone'])
if (long) run('bench', ['npm', 'run', 'bench', '--silent', '--', '--quick'])

const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
if (failures.length) console.log(`\n── what failed\n\n${failures.join('\n\n')}`)
console.log(`\n${failedSteps.length ? `Failed: ${failedSteps.join(', ')}. ` : ''}${minutes} minutes.`)
if (flaky)
  console.log(`Passed only at the second try, and to be mended: ${flaky} of the browser journeys (named above).`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failedSteps.length ? 1 : 0

function vitest(step: string, projects: string[], env: Record<string, string> = {}, files: string[] = []) {
  const report = path.join(REPORTS, `${step.replaceAll(' ', '-')}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  run(
    step,
    ['vitest', 'run', ...files, ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  const read = readReport<VitestReport>(report)
  count(read.numPassedTests ?? 0, read.numFailedTests ?? 0)
  failures.push(...failedTests(read))
}

function browser(projects: string[], options: string[] = []) {
  const report = path.join(REPORTS, 'browser.json')
  const chosen = projects.map((project) => `--project=${project}`)
  rmSync(report, { force: true })
  run(`browser: ${projects.join(', ')}`, ['playwright', 'test', '--pass-with-no-tests', ...chosen, ...options])
  const read = readReport<BrowserReport>(report)
  failures.push(...failedJourneys(read))
  if (!read.stats) return
  count(read.stats.expected + read.stats.flaky, read.stats.unexpected)
  flaky += read.stats.flaky
}

function run(step: string, [command = '', ...args]: string[], env: Record<string, string> = {}) {
  console.log(`\n── ${step}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) failedSteps.push(step)
}

function count(ok: number, broken: number) {
  passed += ok
  failed += broken
}

/** Nothing, if the run ended too early to write it. */
function readReport<T>(report: string): Partial<T> {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}

/** The oldest PostgreSQL that Debian's packages have installed here. */
function debianPostgres(): string {
  const root = '/usr/lib/postgresql'
  const [oldest] = existsSync(root) ? readdirSync(root).sort((a, b) => Number(a) - Number(b)) : []
  if (!oldest) throw new Error('Debian PostgreSQL is not installed: apt-get install postgresql (.ci/run does).')
  return path.join(root, oldest)
}

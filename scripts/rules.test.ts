import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A small repository of the same shape as ours, in which every file that is not innocent breaks exactly one rule. */
const innocent: Record<string, string> = {
  'contracts/src/index.ts': "export const greeting = 'hello'",
  'api/src/app.ts':
    "import { listTickets } from './features/tickets/tickets.service.ts'\nexport const app = listTickets",
  'api/src/server.ts': "import { app } from './app.ts'\napp()",
  'api/src/deps.ts': "import { outbox } from './adapters/mail/outbox.ts'\nexport const deps = { outbox }",
  'api/src/adapters/mail/mail.ts': 'export interface Mail { send(): void }',
  'api/src/adapters/mail/outbox.ts': "import type { Mail } from './mail.ts'\nexport const outbox: Mail = { send() {} }",
  'api/src/db/db.ts': 'export const db = 1',
  'api/src/features/tickets/tickets.queries.ts':
    "import { db } from '../../db/db.ts'\nexport const findTickets = () => db",
  'api/src/features/tickets/tickets.service.ts':
    "import { findTickets } from './tickets.queries.ts'\nexport const listTickets = () => findTickets()",
  'api/src/test/cluster.ts': 'export const cluster = 1',
  'web/src/app/router.tsx': 'export const router = 1',
  'web/src/features/tickets/api.ts': 'export const ticketQueries = 1',
}

const guilty: [rule: string, file: string, source: string][] = [
  ['no-cycles', 'api/src/db/self.ts', "import { self } from './self.ts'\nexport const other = () => self"],
  ['unresolvable', 'api/src/db/lost.ts', "import './nowhere.ts'"],
  ['contracts-know-nobody', 'contracts/src/nosy.ts', "import '../../api/src/app.ts'"],
  ['contracts-need-only-zod', 'contracts/src/files.ts', "import 'node:fs'"],
  [
    'api-and-web-meet-in-contracts',
    'web/src/lib/shortcut.tsx',
    "import { db } from '../../../api/src/db/db.ts'\nexport const X = () => <p>{db}</p>",
  ],
  [
    'api-and-web-meet-in-contracts',
    'api/src/http/page.ts',
    "import type { router } from '../../../web/src/app/router.tsx'\nexport type R = typeof router",
  ],
  ['product-does-not-use-tooling', 'api/src/db/bench.ts', "import '../../../bench/run.ts'"],
  ['api-shared-code-knows-no-feature', 'api/src/jobs/eager.ts', "import '../features/tickets/tickets.service.ts'"],
  ['api-nothing-below-the-top-knows-the-top', 'api/src/features/users/users.service.ts', "import '../../deps.ts'"],
  ['api-only-entries-start-processes', 'api/src/boot.ts', "void import('./server.ts')"],
  ['api-only-deps-names-an-adapter', 'api/src/features/users/mail.ts', "import '../../adapters/mail/outbox.ts'"],
  ['api-queries-stay-in-their-feature', 'api/src/features/users/who.ts', "import '../tickets/tickets.queries.ts'"],
  ['api-queries-are-for-features', 'api/src/quick.ts', "import './features/tickets/tickets.queries.ts'"],
  ['web-features-know-no-app', 'web/src/features/tickets/page.tsx', "import '../../app/router.tsx'"],
  ['web-shared-code-knows-no-feature', 'web/src/components/ui/table.tsx', "import '../../features/tickets/api.ts'"],
  ['product-code-imports-no-test-code', 'api/src/db/lazy.ts', "import '../test/cluster.ts'"],
]

const repository = path.resolve(import.meta.dirname, '..')
let tree: string

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'import-rules-'))
  plant('bench/run.ts', '')
  plant('package.json', '{ "type": "module" }')
  for (const [file, source] of Object.entries(innocent)) plant(file, source)
})
afterAll(() => rmSync(tree, { recursive: true }))

test('a tree that keeps the import rules passes', () => {
  expect(violations()).toEqual([])
})

test('each planted illegal import is found, by the rule that forbids it and no other', () => {
  for (const [, file, source] of guilty) plant(file, source)

  expect(violations()).toEqual(guilty.map(([rule, file]) => `${file}: ${rule}`).sort())
})

test.each([
  ['process.env outside config.ts', 'api/src/http/env.ts', 'export const port = process.env.PORT', 'noProcessEnv'],
  ['console in the product', 'api/src/http/noise.ts', "console.log('here')", 'noConsole'],
  ['any', 'web/src/lib/lax.ts', 'export const lax = (x: any) => x', 'noExplicitAny'],
  ['a promise nobody waits for', 'api/src/http/late.ts', 'const late = async () => 1\nlate()', 'noFloatingPromises'],
])('lint refuses %s', (_, file, source, rule) => {
  copyFileSync(path.join(repository, 'biome.json'), path.join(tree, 'biome.json'))
  plant(file, source)

  const { status, stderr } = spawnSync('biome', ['lint', '--vcs-enabled=false', file], { cwd: tree, encoding: 'utf8' })

  expect(stderr).toContain(rule)
  expect(status).not.toBe(0)
})

function plant(file: string, source: string) {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  writeFileSync(path.join(tree, file), source)
}

/** What the rules say about the tree, as `file: rule`. */
function violations(): string[] {
  const config = path.join(repository, '.dependency-cruiser.mjs')
  const args = ['--config', config, '--output-type', 'json', 'contracts', 'api', 'web', 'bench']
  const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(
    execFileSync('depcruise', args, { cwd: tree, encoding: 'utf8' }),
  )
  return report.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort()
}

import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../api/src/embedded/ports.ts'
import { startApp, temporaryDataDir } from '../api/src/test/start-app.ts'

const repository = path.resolve(import.meta.dirname, '..')

test('a fresh clone runs after one command within 150 s and again within 5 s, without a warning', async () => {
  const { dataDir: clone, remove } = temporaryDataDir()
  onTestFinished(remove)
  execFileSync('git', ['clone', '--quiet', repository, clone])

  const first = await npmStart(clone)
  expect(first.seconds).toBeLessThan(150)
  expect(first.output).not.toMatch(/warn|deprecat/i)
  expect(first.output).toContain('admin@physique57.example')

  const second = await npmStart(clone)
  expect(second.seconds).toBeLessThan(5)
  expect(second.output).not.toMatch(/warn|deprecat|Installing|Building/i)
})

async function npmStart(clone: string) {
  const port = await freePort(3300)
  const began = performance.now()
  const app = await startApp({
    command: ['npm', 'start'],
    repository: clone,
    env: { ...bareEnvironment(), PORT: String(port) },
  })
  const page = await fetch(`http://localhost:${port}/`)
  const seconds = (performance.now() - began) / 1000
  await app.stop()
  expect(page.status).toBe(200)
  return { seconds, output: app.output() }
}

/** Without what npm adds for its own scripts. */
function bareEnvironment() {
  const paths = process.env.PATH?.split(':').filter((folder) => !folder.includes('node_modules')) ?? []
  return { PATH: paths.join(':'), npm_execpath: '', npm_config_loglevel: '' }
}

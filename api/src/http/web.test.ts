import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../test/test-app.ts'

const webDir = mkdtempSync(path.join(tmpdir(), 'physique57-web-'))
let t: TestApp

beforeAll(async () => {
  build('first')
  writeFileSync(path.join(webDir, 'boot.js'), 'boot')
  writeFileSync(path.join(webDir, '.sources'), 'hash')
  t = await startTestApp({ WEB_DIR: webDir })
})
afterAll(async () => {
  await t.stop()
  rmSync(webDir, { recursive: true })
})

/** As a build leaves it: a page that names its own piece of code, beside the pieces of the builds before. */
function build(release: string) {
  mkdirSync(path.join(webDir, 'assets'), { recursive: true })
  writeFileSync(path.join(webDir, 'assets', `index-${release}.js`), release)
  writeFileSync(path.join(webDir, 'index.html'), `<script src="/assets/index-${release}.js"></script>`)
}

const get = (url: string) => t.send({ method: 'GET', url })

test('every address of the app is its page, asked for afresh each time', async () => {
  for (const url of ['/', '/tickets', '/tickets/new?from=x', '/sign-in']) {
    const page = await get(url)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['cache-control']).toBe('no-cache')
  }
})

test('a piece of code is kept for good; one that is not there is missing, never the page', async () => {
  const piece = await get('/assets/index-first.js')
  expect(piece.body).toBe('first')
  expect(piece.headers['cache-control']).toBe('public, max-age=31536000, immutable')

  for (const url of ['/assets/index-gone.js', '/assets/', '/assets', '/assets/../.sources', '/.sources', '/gone.js']) {
    const missing = await get(url)
    expect(missing.statusCode, url).toBe(404)
    expect(missing.headers['content-type']).toContain('application/problem+json')
    expect(missing.headers['cache-control']).toBe('no-store')
  }
})

test('a build under the running server is served at once, and so are the pieces an open tab still asks for', async () => {
  build('second')
  const page = await get('/tickets')
  expect(page.body).toContain('index-second.js')
  expect((await get('/assets/index-second.js')).body).toBe('second')
  expect((await get('/assets/index-first.js')).body).toBe('first')
})

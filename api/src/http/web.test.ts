import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

test.each([
  '/.git/config',
  '/.git/HEAD',
  '/.env',
  '/.ssh/id_rsa',
  '/secrets.json',
  '/assets/index-first.js.map',
  '/package.json',
])('%s is nothing we have', async (url) => {
  expect((await get(url)).statusCode).toBe(404)
})

test('what is measured and what helps to find mistakes is not to be had', async () => {
  for (const url of ['/metrics', '/debug', '/debug/pprof', '/actuator/env']) {
    expect((await get(url)).body, url).toBe((await get('/')).body)
    expect((await get(`/api${url}`)).statusCode, url).toBe(404)
  }
})

test('a part that is not there is 416', async () => {
  for (const range of ['bytes=99999-', 'bytes=99999-1', 'bytes=x']) {
    const part = await t.send({ url: '/assets/index-first.js', headers: { range } })
    expect([200, 416], range).toContain(part.statusCode)
  }
})

test('the build that is served has no source maps', () => {
  expect(globSync(path.resolve(import.meta.dirname, '../../../web/dist/**/*.map'))).toEqual([])
})

test.each([
  '/',
  '/assets/index-first.js',
  '/api/docs/',
  '/api/openapi.json',
  '/api/tickets',
  '/healthz',
  '/nowhere.js',
])('%s runs scripts of ours only, in no frame, and says nothing about the server', async (url) => {
  const { headers } = await get(url)
  const policy = String(headers['content-security-policy']).split(';')
  expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'"]))
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers).not.toHaveProperty('server')
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('a build under the running server is served at once, and so are the pieces an open tab still asks for', async () => {
  build('second')
  const page = await get('/tickets')
  expect(page.body).toContain('index-second.js')
  expect((await get('/assets/index-second.js')).body).toBe('second')
  expect((await get('/assets/index-first.js')).body).toBe('first')
})

import { expect, test } from 'vitest'
import { loadConfig, loadSettings } from './config.ts'

const secret = 'k3Jd0aPq9ZxLw27RtYbVnM51HsGfCeUo'
const owner = 'postgres://owner:pw@db.example:6432/tickets?sslmode=require'

test('the API and the worker log in where the owner does, each with a password of its own', () => {
  const config = loadConfig({ AUTH_SECRET: secret, DATABASE_URL: owner })
  const [app, worker] = [new URL(config.databaseAppUrl), new URL(config.databaseWorkerUrl)]

  expect([app.username, app.host, app.pathname, app.search]).toEqual([
    'app',
    'db.example:6432',
    '/tickets',
    '?sslmode=require',
  ])
  expect(worker.username).toBe('app_worker')
  expect(new Set(['pw', app.password, worker.password]).size).toBe(3)
})

test('past a pooler go the worker, migrations and announcements, but not the requests', () => {
  const direct = 'postgres://owner:pw@direct.example/tickets'
  const config = loadConfig({ AUTH_SECRET: secret, DATABASE_URL: owner, DATABASE_DIRECT_URL: direct })

  expect(new URL(config.databaseAppUrl).host).toBe('db.example:6432')
  expect(config.databaseDirectUrl).toBe(direct)
  for (const url of [config.databaseWorkerUrl, config.databaseListenUrl])
    expect(new URL(url).host).toBe('direct.example')
  expect(new URL(config.databaseListenUrl).username).toBe('app')
})

test('a login of its own is taken as it is', () => {
  const login = 'postgres://app.project:other@pool.example/tickets'

  expect(loadConfig({ AUTH_SECRET: secret, DATABASE_URL: owner, DATABASE_APP_URL: login }).databaseAppUrl).toBe(login)
})

test('whoever sets no limits gets those of the security rules', () => {
  expect(loadSettings({})).toMatchObject({
    accessTokenTtl: 10 * 60,
    rateLoginPerEmail: { points: 10, seconds: 15 * 60 },
    rateLoginPerIp: { points: 100, seconds: 5 * 60 },
    rateResetPerMinute: { points: 3, seconds: 60 },
    rateResetPerHour: { points: 5, seconds: 60 * 60 },
    rateWritesPerMinute: 300,
    rateSearchesPerMinute: 300,
    rateExportsPerHour: { points: 30, seconds: 60 * 60 },
    rateUploadsPerHour: { points: 300, seconds: 60 * 60 },
    fileMaxBytes: 25 * 1024 ** 2,
    videoMaxBytes: 250 * 1024 ** 2,
    imageMaxPixels: 40_000_000,
    signUpDomains: [],
  })
})

test('an empty variable counts as not set', () => {
  expect(loadSettings({ PORT: '', BASE_URL: ' ' })).toMatchObject({ port: 3000, baseUrl: 'http://localhost:3000' })
})

test('it listens for this machine only, in production for all', () => {
  expect(loadSettings({}).host).toBe('127.0.0.1')
  expect(loadSettings({ NODE_ENV: 'production', AUTH_SECRET: secret, BASE_URL: 'https://x.example' }).host).toBe(
    '0.0.0.0',
  )
})

test.each([
  [{ PORT: 'http' }, /^PORT=http is not valid/],
  [{ BASE_URL: 'tickets.example.com' }, /^BASE_URL is not valid: must be a URL starting with http/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is not valid: must be a URL starting with postgres/],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET is not valid: must be at least 32 random characters$/],
  [{ AUTH_SECRET: 'a'.repeat(40) }, /^AUTH_SECRET is not valid/],
  [{ AUTH_SECRET: 'please-change-me-before-going-live-0123' }, /^AUTH_SECRET is not valid/],
  [{ AUTH_SECRET: secret }, /^DATABASE_URL is not set/],
  [{ DATABASE_URL: owner }, /^AUTH_SECRET is not set/],
  [{ NODE_ENV: 'production', DATABASE_URL: owner }, /^AUTH_SECRET is not set. In production/],
  [{ NODE_ENV: 'production', AUTH_SECRET: secret, DATABASE_URL: owner }, /^BASE_URL is not set. In production/],
])('%o is refused with a sentence that names the variable and not the secret', (env, sentence) => {
  expect(() => loadConfig(env)).toThrow(sentence)
})

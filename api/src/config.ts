import { createHmac } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

const repository = path.resolve(import.meta.dirname, '../..')

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })
const postgresUrl = url('postgres:', 'postgresql:')
const portNumber = z.coerce.number().int().min(1).max(65_535)
const count = z.coerce.number().int().min(1)
const domains = z.string().transform((value) =>
  value
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim().replace(/^@/, ''))
    .filter(Boolean),
)
const directory = z.string().transform((value) => path.resolve(repository, value))

/** Every variable the product reads. README's table quotes this one. */
const Environment = z.object({
  /** `production` demands a real AUTH_SECRET and never loads demo data by itself. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** 3000; then, if that is taken, `npm start` takes the next free one. */
  PORT: portNumber.optional(),
  /** Which network address to listen on; 127.0.0.1, in production 0.0.0.0. */
  HOST: z.string().optional(),
  /** What people type to get here: links in mails start with it. Default: http://localhost:PORT; required in production. */
  BASE_URL: url('http:', 'https:').optional(),
  /** Files and, without DATABASE_URL, the database. */
  DATA_DIR: directory.prefault('data'),
  /** The built web application. */
  WEB_DIR: directory.prefault('web/dist'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Number of proxies before us whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),

  /** PostgreSQL 15 to 18, as a role with `login createrole` that owns the database. Without it, `npm start` runs its own. */
  DATABASE_URL: postgresUrl.optional(),
  /** The same past a transaction pooler: for migrations, LISTEN and the worker. */
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  /** What the API connects as; default: role `app` at DATABASE_URL with a password derived from AUTH_SECRET. */
  DATABASE_APP_URL: postgresUrl.optional(),
  /** What the worker connects as; default: role `app_worker`, likewise. */
  DATABASE_WORKER_URL: postgresUrl.optional(),
  /** What the API listens for announcements on; default: the API's login at DATABASE_DIRECT_URL. */
  DATABASE_LISTEN_URL: postgresUrl.optional(),
  /** Connections each process keeps at most. */
  DATABASE_POOL_SIZE: count.max(200).default(10),
  /** Preferred port of the embedded PostgreSQL; the next free one is taken. */
  DATABASE_PORT: portNumber.default(54_329),

  /** Signs access tokens and derives the database passwords. At least 32 random characters; embedded runs make their own. */
  AUTH_SECRET: z.string().refine(isStrongSecret, { error: 'must be at least 32 random characters' }).optional(),
  RATE_LOGIN_PER_EMAIL: count.default(10),
  RATE_LOGIN_PER_IP: count.default(100),
  RATE_WRITES_PER_MINUTE: count.default(300),
  RATE_UPLOADS_PER_HOUR: count.default(300),
  RATE_EXPORTS_PER_HOUR: count.default(30),
  /** How large a file may be, and a video; an image, in millions of pixels. */
  FILE_MAX_MB: count.default(25),
  VIDEO_MAX_MB: count.default(250),
  IMAGE_MAX_MEGAPIXELS: count.default(40),
  RATE_SEARCHES_PER_MINUTE: count.default(300),
  /** Reset links and sign-ups for one e-mail. */
  RATE_RESET_PER_MINUTE: count.default(3),
  RATE_RESET_PER_HOUR: count.default(5),
  /** Who may sign up by themselves: addresses at these domains, separated by commas. Nobody by default. */
  SIGN_UP_DOMAINS: domains.default([]),

  /** `auto` loads demo data into an empty embedded database outside production. */
  DEMO: z.enum(['on', 'off', 'auto']).default('auto'),
  DEMO_PASSWORD: z.string().min(12).default('Physique57!demo'),
  /** How long mail and chat wait, so that a burst is one message and an undo cancels it. */
  MAIL_DELAY_SECONDS: z.coerce.number().min(0).default(15),

  /** Set by the supervisor for its children: links in mails are printed too. */
  EMBEDDED: z.stringbool().default(false),
})

/** What can be known before there is a database. */
export type Settings = ReturnType<typeof loadSettings>
export type Config = ReturnType<typeof loadConfig>
type Env = Record<string, string | undefined>

/** Why a process cannot start, in one sentence for whoever started it. */
export class StartError extends Error {}

export function loadSettings(env: Env = process.env) {
  const parsed = Environment.safeParse(withoutBlanks(env))
  if (!parsed.success) throw new StartError(firstProblem(parsed.error, env))

  const e = parsed.data
  const isProduction = e.NODE_ENV === 'production'
  const port = e.PORT ?? 3000
  if (isProduction && !e.AUTH_SECRET) {
    throw new StartError('AUTH_SECRET is not set. In production it must be at least 32 random characters.')
  }
  if (isProduction && !e.BASE_URL) {
    throw new StartError(
      'BASE_URL is not set. In production links in mails and the cookie of whoever signs in depend on it.',
    )
  }
  return {
    nodeEnv: e.NODE_ENV,
    isProduction,
    port,
    isPortChosen: e.PORT !== undefined,
    host: e.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    isBaseUrlChosen: e.BASE_URL !== undefined,
    baseUrl: (e.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    dataDir: e.DATA_DIR,
    webDir: e.WEB_DIR,
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY,
    databaseUrl: e.DATABASE_URL,
    databaseDirectUrl: e.DATABASE_DIRECT_URL ?? e.DATABASE_URL,
    databaseAppUrl: e.DATABASE_APP_URL,
    databaseWorkerUrl: e.DATABASE_WORKER_URL,
    databaseListenUrl: e.DATABASE_LISTEN_URL,
    databasePoolSize: e.DATABASE_POOL_SIZE,
    databasePort: e.DATABASE_PORT,
    authSecret: e.AUTH_SECRET,
    accessTokenTtl: 600,
    rateLoginPerEmail: { points: e.RATE_LOGIN_PER_EMAIL, seconds: 15 * 60 },
    rateLoginPerIp: { points: e.RATE_LOGIN_PER_IP, seconds: 5 * 60 },
    rateWritesPerMinute: e.RATE_WRITES_PER_MINUTE,
    rateUploadsPerHour: { points: e.RATE_UPLOADS_PER_HOUR, seconds: 60 * 60 },
    rateExportsPerHour: { points: e.RATE_EXPORTS_PER_HOUR, seconds: 60 * 60 },
    fileMaxBytes: e.FILE_MAX_MB * 1024 * 1024,
    videoMaxBytes: e.VIDEO_MAX_MB * 1024 * 1024,
    imageMaxPixels: e.IMAGE_MAX_MEGAPIXELS * 1_000_000,
    rateSearchesPerMinute: e.RATE_SEARCHES_PER_MINUTE,
    rateResetPerMinute: { points: e.RATE_RESET_PER_MINUTE, seconds: 60 },
    rateResetPerHour: { points: e.RATE_RESET_PER_HOUR, seconds: 60 * 60 },
    signUpDomains: e.SIGN_UP_DOMAINS,
    demo: e.DEMO,
    demoPassword: e.DEMO_PASSWORD,
    mailDelaySeconds: e.MAIL_DELAY_SECONDS,
    embedded: e.EMBEDDED,
  }
}

/** The settings of a process that works on a database. Throws `StartError`, one sentence that says what to change. */
export function loadConfig(env: Env = process.env) {
  const settings = loadSettings(env)
  const { authSecret, databaseUrl, databaseDirectUrl } = settings
  if (!authSecret) throw new StartError('AUTH_SECRET is not set. It must be at least 32 random characters.')

  const loginAs = (role: DatabaseRole, server: string | undefined, override: string | undefined) => {
    if (override) return override
    if (!server) throw new StartError('DATABASE_URL is not set: give it, or run `npm start`, which brings a database.')
    return roleUrl(server, role, authSecret)
  }
  const databaseAppUrl = loginAs('app', databaseUrl, settings.databaseAppUrl)
  return {
    ...settings,
    authSecret,
    databaseAppUrl,
    databaseListenUrl:
      settings.databaseListenUrl ?? (databaseDirectUrl ? atServer(databaseDirectUrl, databaseAppUrl) : databaseAppUrl),
    databaseWorkerUrl: loginAs('app_worker', databaseDirectUrl, settings.databaseWorkerUrl),
  }
}

export type DatabaseRole = 'app' | 'app_worker'

/** The same server and database, entered as one of our roles with the password derived for it. */
export function roleUrl(server: string, role: DatabaseRole, authSecret: string): string {
  const result = new URL(server)
  result.username = role
  result.password = createHmac('sha256', authSecret).update(role).digest('base64url')
  return result.href
}

/** The login of one URL at the server and database of another. */
function atServer(server: string, login: string): string {
  const result = new URL(server)
  const { username, password } = new URL(login)
  return Object.assign(result, { username, password }).href
}

/** The environment for a child process. */
export function environmentWith(changes: Env): Env {
  return { ...process.env, ...changes }
}

function isStrongSecret(secret: string): boolean {
  const looksLikeExample = /change.?me|your.?secret|example|placeholder|default|password/i.test(secret)
  return secret.length >= 32 && new Set(secret).size >= 8 && !looksLikeExample
}

/** `PORT=` in an env file means "not set". */
function withoutBlanks(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}

function firstProblem(error: z.ZodError, env: Env): string {
  const [issue] = error.issues
  const name = String(issue?.path[0])
  const isSecret = /SECRET|PASSWORD|KEY|URL|DSN/.test(name)
  return `${name}${isSecret ? '' : `=${env[name]}`} is not valid: ${issue?.message}`
}

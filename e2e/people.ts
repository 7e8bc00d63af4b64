import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { withDatabase } from './database.ts'

const baseURL = `http://localhost:${process.env.E2E_PORT}`

export interface Person {
  page: Page
  context: BrowserContext
  /** Speaks to the API as them, without the browser. */
  api: ApiCall
}

export type Device = 'phone' | 'desk'

/** Reads `path`, or posts `body` to it, unless `method` says otherwise. */
export type ApiCall = <T>(path: string, body?: object, method?: 'PATCH') => Promise<T>

const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }

interface Arrival {
  /** The page that is opened; without it the journey opens its first one itself. */
  at?: string
  colorScheme?: 'light' | 'dark'
  /** Where their browser finds the system. */
  address?: string
}

/** Somebody signed in with a browser of their own. `name` is what stands before the @. */
export async function signIn(browser: Browser, name: string, device: Device, arrival: Arrival = {}): Promise<Person> {
  const { at, colorScheme = 'light', address = baseURL } = arrival
  await closeEarlierBrowsers()
  // what the page leaves on the device when it signs somebody in; the page itself is tried in sign-in.spec.ts
  const localStorage = [
    { name: 'p57.session', value: '1' },
    { name: 'p57.active-at', value: String(Date.now()) },
  ]
  const storageState = { cookies: [], origins: [{ origin: new URL(address).origin, localStorage }] }
  const screen = device === 'phone' ? phone : desk
  const context = await browser.newContext({ baseURL: address, colorScheme, storageState, ...screen })
  opened.contexts.push(context)
  const page = await context.newPage()
  const reply = await context.request.post('/api/auth/login', { data: credentialsOf(name) })
  expect(reply.status(), name).toBe(200)
  if (at) {
    await page.goto(at)
    await expect(page.locator('#main')).toBeVisible({ timeout: 30_000 })
  }
  return { page, context, api: await apiFor(name) }
}

const credentialsOf = (name: string) => ({ email: `${name}@physique57.example`, password: 'Physique57!demo' })

const opened = { by: '', contexts: [] as BrowserContext[] }

/**
 * Playwright closes what it opened, not what we did: pages of earlier tests would go on listening, asking and drawing until the
 * worker ends, and from the eleventh of one person on the server refuses to tell them what changes.
 */
async function closeEarlierBrowsers() {
  const { testId, retry, repeatEachIndex } = test.info()
  const by = `${testId} ${repeatEachIndex} ${retry}`
  if (opened.by === by) return
  opened.by = by
  await Promise.all(opened.contexts.splice(0).map((context) => context.close()))
}

/**
 * Somebody of the same role and team whom no other test signs in as, because drafts follow a person to every device; away, so
 * that tickets go to the others. Answers with what stands before the @.
 */
export async function newPerson(like: string): Promise<string> {
  const [id, name] = [crypto.randomUUID(), `${like}.${Date.now()}`]
  await withDatabase(async (db) => {
    const known = await db
      .selectFrom('users')
      .innerJoin('userCredentials', 'userCredentials.userId', 'users.id')
      .where('users.email', '=', `${like}@physique57.example`)
      .select(['users.role', 'users.teamId', 'userCredentials.passwordHash'])
      .executeTakeFirstOrThrow()
    const { role, teamId, passwordHash } = known
    const email = `${name}@physique57.example`
    await db
      .insertInto('users')
      .values({ id, name: `New ${like}`, email, role, teamId, availability: 'away' })
      .execute()
    await db.insertInto('userCredentials').values({ userId: id, passwordHash }).execute()
  })
  return name
}

/** The API as somebody uses it from a terminal. */
export async function apiFor(name: string): Promise<ApiCall> {
  const signedIn = await fetch(`${baseURL}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentialsOf(name)),
  })
  const { accessToken }: { accessToken: string } = await signedIn.json()
  return async <T>(path: string, body?: object, method: 'POST' | 'PATCH' = 'POST') => {
    const reply = await fetch(`${baseURL}/api${path}`, {
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body && { method, body: JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as T
  }
}

import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type ApiCall, apiFor, type Device, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { devices, expectUsable, withoutSeriousFindings } from '../usable.ts'

const password = 'Physique57!demo'

/** Somebody of Technology at a device that several people use, looking at a ticket of their team. */
async function atTheDesk(browser: Browser, name: string, device: Device = 'desk') {
  const person = await signIn(browser, name, device)
  await person.context.clock.install()
  await person.page.goto('/account')
  await person.page.getByRole('checkbox', { name: 'Several people use this device' }).check()
  const ticket = await logTicket(person.api, `Front desk ${crypto.randomUUID()}`)
  await person.page.goto(`/tickets/${ticket.id}`)
  await expect(person.page.getByRole('heading', { name: ticket.title })).toBeVisible()
  return { ...person, ticket }
}

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to client' })
const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' })
const locked = (page: Page) => page.getByRole('heading', { name: 'Locked' })
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Password' })

async function unlock(page: Page) {
  await passwordField(page).fill(password)
  await page.keyboard.press('Enter')
}

test('a shared device asks, locks in all tabs, and the right password brings page and text back', async ({
  browser,
}) => {
  test.slow()
  const { page, context, ticket } = await atTheDesk(browser, 'lead.technology')
  await reply(page).fill('The technician comes at nine')
  const second = await context.newPage()
  await second.goto('/notifications')
  await expect(second.getByRole('heading', { name: 'Notifications' }).first()).toBeVisible()

  await test.step('the history, which others read too, has numbers instead of what it is about', async () => {
    await expect(page).toHaveTitle(`${ticket.key} · Physique 57`)
  })

  await test.step('whoever is still there goes on', async () => {
    await context.clock.fastForward('04:10')
    await expect(warning(page)).toBeVisible()
    await withoutSeriousFindings(page, 'warning')
    await expect(warning(page).getByRole('button', { name: 'I am here' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(warning(page)).toBeHidden()
    await context.clock.fastForward('01:00')
    await expect(reply(page)).toHaveValue('The technician comes at nine')
  })

  await test.step('nobody is: both tabs lock, and nothing of the page is left in them', async () => {
    await context.clock.fastForward('05:00')
    for (const each of [page, second]) {
      await expect(locked(each)).toBeVisible()
      await expect(each.getByText(ticket.title)).toHaveCount(0)
    }
    expect(await storedIn(page)).not.toContain('technician')
  })

  await test.step('a wrong password is told, the right one opens both', async () => {
    await expect(passwordField(page)).toBeFocused()
    await passwordField(page).fill('not it at all')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This is not the password.')).toBeVisible()
    await unlock(page)
    await expect(reply(page)).toHaveValue('The technician comes at nine')
    await expect(second.getByRole('heading', { name: 'Notifications' }).first()).toBeVisible()
  })
})

test('after a switch nothing of the former person is on the page, on the device or on the line', async ({
  browser,
}) => {
  const { page, context, ticket } = await atTheDesk(browser, 'lead.technology')
  const former = 'lead.technology@physique57.example'
  const secret = `For nobody else ${crypto.randomUUID()}`
  await reply(page).fill(secret)
  const oldToken = page.waitForRequest((request) => request.headers().authorization !== undefined)
  await page.reload()
  const authorization = (await oldToken).headers().authorization ?? ''
  const oldCookies = await context.cookies()
  const second = await context.newPage()
  await second.goto(`/tickets/${ticket.id}`)
  await expect(second.getByRole('heading', { name: ticket.title })).toBeVisible()

  const answers: string[] = []
  await page.getByRole('button', { name: /Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out or switch person' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Lead', { exact: false })).toHaveCount(0)
  await page.getByLabel('E-mail').fill('member1.finance@physique57.example')
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) answers.push(await response.text().catch(() => ''))
  })
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'Tickets' })).toBeVisible()
  await expect(page.locator('.animate-breathe')).toHaveCount(0)
  await expect(second.getByRole('heading', { name: 'Tickets' })).toBeVisible()

  for (const each of [page, second]) {
    const everything = (await each.content()) + (await storedIn(each))
    for (const trace of [former, secret, ticket.id, ticket.title]) expect(everything).not.toContain(trace)
  }
  expect(answers.join('')).not.toContain(secret)
  expect(answers.join('')).not.toContain(former)

  await test.step('going back shows nothing of it either', async () => {
    await page.goto(`/tickets/${ticket.id}`)
    await expect(page.getByRole('heading', { name: 'This ticket is not here' })).toBeVisible()
  })
  await test.step('and what opened the former session opens nothing', async () => {
    expect((await page.request.get('/api/auth/me', { headers: { authorization } })).status()).toBe(401)
    expect(await refreshedWith(browser, oldCookies)).toBe(401)
  })
  await test.step('while what was typed waits for whose it is', async () => {
    const api = await apiFor('lead.technology')
    const { items } = await api<{ items: { content: unknown }[] }>('/drafts')
    expect(JSON.stringify(items)).toContain(secret)
  })
})

test('only those who agreed are shown by name, and they need no e-mail', async ({ browser }) => {
  const { page } = await signIn(browser, 'member1.technology', 'phone')
  const name = await nameOf(await apiFor('member1.technology'))
  await page.goto('/account')
  await page.getByRole('checkbox', { name: 'Several people use this device' }).check()
  await signOut(page)
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)

  await page.getByLabel('E-mail').fill('member1.technology@physique57.example')
  await page.getByRole('checkbox', { name: 'Show my name here next time' }).check()
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'Tickets' })).toBeVisible()
  await signOut(page)
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible()
  await page.getByRole('button', { name }).click()
  await unlock(page)
  await expect(page.getByRole('heading', { name: 'Tickets' })).toBeVisible()

  await page.goto('/account')
  await page.getByRole('checkbox', { name: 'Show my name when choosing who signs in' }).uncheck()
  await signOut(page)
  await expect(page.getByLabel('E-mail')).toBeVisible()
  expect(await storedIn(page)).not.toContain(name)
})

test('it locks without a connection, stays locked when loaded again, and the server hears of it later', async ({
  browser,
}) => {
  const { page, context, ticket } = await atTheDesk(browser, 'lead.technology')
  const cookies = await context.cookies()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Lock this device' }).click()
  await expect(locked(page)).toBeVisible()
  await expect(page.getByText(ticket.title)).toHaveCount(0)

  const told = page.waitForResponse(/auth\/logout/)
  await context.setOffline(false)
  await told
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await refreshedWith(browser, cookies)).toBe(401)
})

test('a device that was left alone for long is locked when it is opened again', async ({ browser }) => {
  const { page, context, ticket } = await atTheDesk(browser, 'lead.technology')
  await page.close()
  await context.clock.fastForward('06:00')
  const later = await context.newPage()
  await later.goto(`/tickets/${ticket.id}`)
  await expect(later.getByText('This device was not used for a while and has locked.')).toBeVisible()
  await expect(later.getByText(ticket.title)).toHaveCount(0)
})

test('a device of one person neither locks nor asks for names', async ({ browser }) => {
  const { page, context } = await signIn(browser, 'member1.technology', 'desk')
  await context.clock.install()
  await page.goto('/tickets')
  const heading = page.getByRole('heading', { name: 'Tickets' })
  await expect(heading).toBeVisible()
  await context.clock.fastForward('02:00:00')
  await expect(page.locator('.animate-breathe')).toHaveCount(0)
  await expect(heading).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lock this device' })).toHaveCount(0)
})

for (const device of devices) {
  test(`lock and choice of person can be used by everybody: ${device}`, async ({ browser }) => {
    test.slow()
    const { page, context } = await atTheDesk(browser, 'lead.technology', device)
    await page.goto('/account')
    await page.getByRole('checkbox', { name: 'Show my name when choosing who signs in' }).check()
    await expectUsable(page, 'settings')
    await context.clock.fastForward('06:00')
    await expect(locked(page)).toBeVisible()
    await expectUsable(page, 'locked')
    await page.getByRole('button', { name: 'Somebody else' }).click()
    await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible()
    await expectUsable(page, 'choice')
  })
}

async function signOut(page: Page) {
  await page.goto('/tickets')
  await page.getByRole('button', { name: /Your menu|More/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out or switch person' }).click()
  await page.waitForURL('**/sign-in')
}

const nameOf = async (api: ApiCall): Promise<string> => (await api<{ name: string }>('/auth/me')).name

/** All that pages of ours keep on the device. */
const storedIn = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), document.cookie]),
  )

/** What the server answers to whoever kept these cookies. */
async function refreshedWith(browser: Browser, cookies: Awaited<ReturnType<BrowserContext['cookies']>>) {
  const context = await browser.newContext({ baseURL: `http://localhost:${process.env.E2E_PORT}` })
  await context.addCookies(cookies)
  const answer = await context.request.post('/api/auth/refresh-token')
  await context.close()
  return answer.status()
}

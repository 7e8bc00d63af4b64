import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'
import { startTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

/** As after a release: this piece of code is gone; with `until`, a page loaded from then on names one that is there. */
async function lose(page: Page, piece: string, until?: 'reload') {
  let isGone = true
  page.on('request', (request) => {
    if (until && request.isNavigationRequest()) isGone = false
  })
  await page.route(`**/assets/${piece}-*.js`, (route) =>
    isGone ? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' }) : route.continue(),
  )
}

const menu = (page: Page) => page.getByRole('button', { name: /Your menu/ })

test('a tab from before a release loads itself again where one was going, and drafts are kept', async ({ browser }) => {
  const { page } = await signIn(browser, 'member2.operations', 'desk')
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByLabel('Title').fill('Typed before the release')
  await lose(page, 'account-page', 'reload')

  await menu(page).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/account')

  await page.goto('/tickets/new')
  await expect(page.getByLabel('Title')).toHaveValue('Typed before the release')
})

for (const device of ['desk', 'phone'] as const) {
  test(`when loading again does not help, the page says so and keeps the way out: ${device}`, async ({ browser }) => {
    const { page } = await signIn(browser, 'lead.finance', device, { at: '/tickets' })
    await lose(page, 'account-page')
    await page.goto('/account')
    const alert = page.getByRole('alert').filter({ hasText: 'This page could not be loaded' })
    await expect(alert).toBeVisible()
    await expectUsable(page, 'missing page')
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Tickets/ })
      .click()
    await expect(page.getByRole('heading', { name: 'Tickets' }).first()).toBeVisible()

    await page.goBack()
    await expect(alert).toBeVisible()
    await page.unroute('**/assets/account-page-*.js')
    await alert.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  })
}

test('offline, what was not opened before says so and opens by itself when the line is back', async ({ browser }) => {
  const { page, context } = await signIn(browser, 'member2.operations', 'desk', { at: '/tickets' })
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('Offline.')).toBeVisible()

  await page.keyboard.press('c')
  await expect(page.getByRole('alert')).toContainText('This page has not been opened here before')
  await withoutSeriousFindings(page, 'offline page')

  await context.setOffline(false)
  await expect(page.getByLabel('What is it about?')).toBeVisible()
})

test('a list whose cards, groups or board cannot be fetched says so, and shows them once they can be', async ({
  browser,
}) => {
  const { page } = await signIn(browser, 'lead.finance', 'phone', { at: '/tickets' })
  const alert = page.getByRole('alert').filter({ hasText: 'This page could not be loaded' })
  for (const [piece, path] of [
    ['ticket-cards', '/tickets?view=all'],
    ['grouped-tickets', '/tickets?view=all&group=status'],
    ['ticket-board', '/tickets?view=all&layout=board'],
  ] as const) {
    await lose(page, piece)
    await page.goto(path)
    await expect(alert).toBeVisible()
    await page.unroute(`**/assets/${piece}-*.js`)
    await alert.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('link', { name: /\w+/ }).first()).toBeVisible()
    await expect(alert).toBeHidden()
  }
})

test('a menu that cannot be fetched leaves the page, and opens once it can be', async ({ browser }) => {
  const { page } = await signIn(browser, 'member2.operations', 'desk', { at: '/tickets' })
  await lose(page, 'menu-content')
  await menu(page).click()
  await expect(page.getByText('There may be a newer version of the app.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tickets' })).toBeVisible()
  await expect(menu(page)).toHaveAttribute('aria-expanded', 'false')

  await page.unroute('**/assets/menu-content-*.js')
  await page.reload()
  await menu(page).click()
  await expect(page.getByRole('menuitem', { name: 'Your account' })).toBeVisible()
})

test('without the code of messages the page stays', async ({ browser }) => {
  const { page } = await signIn(browser, 'member2.operations', 'desk', { at: '/tickets' })
  await lose(page, 'toast-layer')
  const asked = page.waitForResponse(/toast-layer/)
  await page.reload()
  await asked
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})

test('when not even the app comes there are words instead of white', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByText('The app could not be loaded.')).toBeVisible()
  await page.unroute('**/assets/index-*.js')
  await page.getByRole('link', { name: 'load it again' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

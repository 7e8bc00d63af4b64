import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

const pinned = (page: Page) => page.getByRole('region', { name: 'Pinned' }).getByRole('link')
const choose = (page: Page) => page.getByRole('button', { name: 'Choose what is pinned' })

test(`pinned lists are chosen by keyboard, and are the same on any device`, async ({ browser }) => {
  test.slow()
  const name = 'member1.training'
  const { page } = await signIn(browser, name, 'desk', { at: '/tickets' })
  await expect(pinned(page)).toHaveText([/My team, unassigned/, /Overdue/])
  await expectUsable(page, 'sidebar')

  await test.step('one is added, one taken away', async () => {
    await choose(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitemcheckbox', { name: 'Overdue' })).toBeChecked()
    await withoutSeriousFindings(page, 'menu')
    const stored = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.ok())
    await page.getByRole('menuitemcheckbox', { name: 'Reported by me' }).press('Enter')
    await stored
    const storedAgain = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.ok())
    await page.getByRole('menuitemcheckbox', { name: 'Overdue' }).press('Enter')
    await storedAgain
    await page.keyboard.press('Escape')
    await expect(choose(page)).toBeFocused()
    await expect(pinned(page)).toHaveText([/My team, unassigned/, /Reported by me/])
  })

  await test.step('elsewhere they are there too, and lead to their list', async () => {
    const elsewhere = await signIn(browser, name, 'desk', { at: '/tickets' })
    await expect(pinned(elsewhere.page)).toHaveText([/My team, unassigned/, /Reported by me/])
    await pinned(elsewhere.page).nth(0).click()
    await elsewhere.page.waitForURL(/view=team-unassigned/)
    await expect(pinned(elsewhere.page).nth(0)).toHaveAttribute('aria-current', 'page')
    await expect(elsewhere.page.getByRole('link', { name: /^Tickets/ })).not.toHaveAttribute('aria-current')
  })
})

test('what the server does not take is given back', async ({ browser }) => {
  const { page } = await signIn(browser, 'member3.training', 'desk', { at: '/tickets' })
  await expect(pinned(page)).toHaveCount(2)
  await page.route('**/api/pinned-places', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await choose(page).click()
  await page.getByRole('menuitemcheckbox', { name: 'All tickets' }).click()
  await expect(page.getByText('The sidebar was not changed.')).toBeVisible()
  await expect(pinned(page)).toHaveCount(2)
})

test('a collapsed sidebar stays so, and says what its icons are', async ({ browser }) => {
  const { page } = await signIn(browser, 'member3.training', 'desk', { at: '/tickets' })
  const sidebar = page.getByRole('complementary').first()
  await expect(sidebar).toHaveCSS('width', '208px')
  await page.keyboard.press('[')
  await expect(sidebar).toHaveCSS('width', '48px')
  await page.reload()
  await expect(sidebar).toHaveCSS('width', '48px')
  await expectUsable(page, 'rail')
  await page.getByRole('link', { name: 'My tickets' }).hover()
  await expect(page.getByRole('tooltip')).toHaveText('My tickets')
  await page.getByRole('button', { name: 'Open the sidebar' }).click()
  await expect(sidebar).toHaveCSS('width', '208px')
})

test('on a phone every page says where one is and leads one level up', async ({ browser }) => {
  test.slow()
  const { page, api } = await signIn(browser, 'lead.facilities', 'phone')
  const [{ items }, me] = await Promise.all([
    api<{ items: { id: string; key: string }[] }>('/tickets?limit=1'),
    api<{ id: string; team: { id: string } }>('/auth/me'),
  ])
  const pages = [
    [`/tickets/${items[0]?.id}`, items[0]?.key ?? ''],
    [`/people/${me.id}`, 'Profile'],
    [`/teams/${me.team.id}`, 'Team'],
    ['/account', 'Your account'],
  ] as const
  for (const [path, heading] of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.getByRole('link', { name: 'Back to the tickets' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeVisible()
  }
})

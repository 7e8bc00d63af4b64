import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { apiFor, type Device, signIn } from '../people.ts'

const looks = [
  { device: 'desk', theme: 'light' },
  { device: 'desk', theme: 'dark' },
  { device: 'phone', theme: 'light' },
  { device: 'phone', theme: 'dark' },
] as const satisfies { device: Device; theme: 'light' | 'dark' }[]

for (const { device, theme } of looks) {
  test(`every page can be used by everybody: ${device}, ${theme}`, async ({ browser }) => {
    test.slow()
    const person = await signIn(browser, 'lead.facilities', device, theme)
    const { page } = person
    const { items } = await person.api<{ items: { id: string }[] }>('/tickets?limit=1&sort=-updatedAt')

    await checked(page, 'list', '/tickets?view=all')
    await checked(page, 'ticket', `/tickets/${items[0]?.id}`)
    await checked(page, 'new ticket', '/tickets/new')
    await checked(page, 'inbox', '/notifications')
    await checked(page, 'not there', '/nowhere')

    await page.context().clearCookies()
    await page.evaluate(() => localStorage.clear())
    await checked(page, 'sign-in', '/sign-in')
  })
}

test('an open menu and a dialog trap nothing that axe minds, and Escape gives the focus back', async ({ browser }) => {
  const api = await apiFor('lead.facilities')
  const { items } = await api<{ items: { id: string }[] }>('/tickets?open=true&limit=1')
  const { page } = await signIn(browser, 'lead.facilities', 'desk')
  await page.goto(`/tickets/${items[0]?.id}`)

  const resolve = page.getByRole('button', { name: 'Resolve', exact: true })
  await resolve.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await withoutSeriousFindings(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(resolve).toBeFocused()
})

async function checked(page: Page, name: string, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  // no skeleton is left; the live stream keeps the network from ever being idle
  await expect(page.locator('.skel')).toHaveCount(0)
  await withoutSeriousFindings(page, name)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name} scrolls sideways`).toBe(0)
}

async function withoutSeriousFindings(page: Page, name: string) {
  // Base UI's own markers around a focus trap
  const { violations } = await new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    name,
  ).toEqual([])
}

import { expect, type Page, test } from '@playwright/test'
import { apiFor, signIn } from '../people.ts'
import { devices, expectUsable, withoutSeriousFindings } from '../usable.ts'

for (const device of devices) {
  test(`every page can be used by everybody: ${device}`, async ({ browser }) => {
    test.slow()
    const person = await signIn(browser, 'lead.facilities', device)
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
  await expectUsable(page, name)
}

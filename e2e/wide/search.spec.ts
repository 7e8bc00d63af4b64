import { expect, test } from '@playwright/test'
import { apiFor, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { devices, expectUsable, withoutSeriousFindings } from '../usable.ts'

/** A word of this run's own, of letters only, so that it can be misspelt. */
const ownWord = () =>
  `q${Array.from({ length: 9 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')}`

for (const device of devices) {
  test(`what is typed is found while typing, on a ${device}`, async ({ browser }) => {
    test.slow() // four pages, each looked at by axe
    const word = ownWord()
    const title = `Turnstile ${word} beeps`
    await logTicket(await apiFor('manager'), title, { description: 'तौलिया beside the gate, says the client' })
    const { page, context } = await signIn(browser, 'manager', device, { at: '/tickets' })
    const box = page.getByRole('button', { name: 'Search and commands' })
    const input = page.getByRole('combobox', { name: 'Search and commands' })

    await test.step('with a typing error, marked, and Esc gives the focus back', async () => {
      await box.click()
      await expect(input).toBeFocused()
      await input.fill(`${word.slice(0, 4)}${word.slice(5)} beeps`)
      const found = page.getByRole('option', { name: title })
      await expect(found).toBeVisible()
      await expect(found.locator('mark').filter({ hasText: word })).toBeVisible()
      await withoutSeriousFindings(page, 'search')
      await page.keyboard.press('Escape')
      await expect(input).toHaveCount(0)
      await expect(box).toBeFocused()
    })

    await test.step('by keyboard to the ticket', async () => {
      await box.click()
      await input.fill(word)
      await expect(page.getByRole('option', { name: title })).toBeVisible()
      await expect(page.getByRole('option', { selected: true })).toContainText(title)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    })

    await test.step('all results in the list, whose address says what was looked for', async () => {
      await page.goto('/tickets')
      await box.click()
      await input.fill(`${word} -nothing`)
      await page.getByRole('option', { name: /See all results/ }).click()
      await expect(page).toHaveURL(/[?&]q=/)
      await expect(page.getByRole('link', { name: title })).toBeVisible()
      await expect(page.getByRole('link', { name: title }).locator('mark')).toHaveText(word)
      await expectUsable(page, 'results')
      await page.reload()
      await expect(page.getByRole('link', { name: title })).toBeVisible()
      await page.getByRole('button', { name: 'Remove the search' }).click()
      await expect(page).not.toHaveURL(/[?&]q=/)
    })

    await test.step('what nobody wrote is not found, and the list says so', async () => {
      await page.goto('/tickets?view=all&q=zzzyyyxxxwww')
      await expect(page.getByRole('heading', { name: 'No ticket says this' })).toBeVisible()
      await expectUsable(page, 'no results')
      await page.getByRole('button', { name: 'Change the search' }).click()
      await expect(input).toHaveValue('zzzyyyxxxwww')
      await expect(page.getByRole('status').filter({ hasText: 'No ticket says this.' })).toBeVisible()
    })
    await context.close()
  })
}

test('without the mouse: / searches, what was looked for is remembered, Ctrl+K commands the page', async ({
  browser,
}) => {
  const word = ownWord()
  const title = `Mirror ${word}`
  await logTicket(await apiFor('manager'), title)
  const { page, context } = await signIn(browser, 'manager', 'desk', { at: '/tickets' })
  const input = page.getByRole('combobox', { name: 'Search and commands' })
  await expect(page.getByRole('row').nth(1)).toBeVisible()

  await page.keyboard.press('/')
  await expect(input).toBeFocused()
  await page.keyboard.type(`${word} status:open`)
  await expect(page.getByRole('option', { name: title })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: title })).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: new RegExp(`P57-\\d+ ${title}`) })).toBeVisible()
  await expect(page.getByRole('option', { name: `${word} status:open` })).toBeVisible()
  await page.keyboard.type('assign')
  await expect(page.getByRole('option', { name: /^Assign/ }).first()).toBeVisible()
  await page
    .getByRole('option', { name: /^Assign/ })
    .first()
    .click()
  await expect(page.getByRole('combobox', { name: 'Find a person or team' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Find a person or team' })).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to notifications')
  await expect(page.getByRole('option', { name: /Go to notifications/ })).toBeVisible()
  await page.getByRole('option', { name: /Go to notifications/ }).click()
  await page.waitForURL('**/notifications')
  await context.close()
})

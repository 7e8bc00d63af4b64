import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { expectUsable } from '../usable.ts'

// several pages each
test.slow()

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Export / })

test('what the list shows is saved as CSV, as chosen, and as a PDF made in the background', async ({ browser }) => {
  const api = await apiFor('member1.operations')
  const word = `Taken${Date.now()}`
  const tickets = [await logTicket(api, `${word} one`), await logTicket(api, `${word} two, शावर "ठंडा"`)]
  const { page } = await signIn(browser, await newPerson('manager'), 'desk')
  await page.goto(`/tickets?view=all&q=${word}&sort=-createdAt`)
  await expect(page.getByRole('link', { name: tickets[1]?.title ?? '' })).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog).toHaveAccessibleName('Export 2 tickets')
  await expectUsable(page, 'export dialog')
  await page.route('**/api/tickets/export', (route) => route.abort(), { times: 1 })
  await dialog.getByRole('button', { name: 'Choose others' }).click()
  for (const column of ['Status', 'Priority', 'Due', 'Assignee', 'Studio', 'Created']) {
    await dialog.getByRole('checkbox', { name: column, exact: true }).uncheck()
  }
  await dialog.getByRole('button', { name: 'Export CSV' }).click()
  // what failed keeps what was chosen
  await expect(dialog.getByRole('alert')).toBeVisible()
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export CSV' }).click()
  const csv = await saved
  expect(csv.suggestedFilename()).toMatch(/^tickets-\d{4}-\d\d-\d\d-\d{4}\.csv$/)
  expect(await readFile(await csv.path(), 'utf8')).toBe(
    `\ufeffNo.,Title\r\n${tickets[1]?.key},"${word} two, शावर ""ठंडा"""\r\n${tickets[0]?.key},${word} one\r\n`,
  )
  await expect(dialog).toHaveCount(0)

  await page.getByRole('checkbox', { name: `Select ${tickets[0]?.key}` }).check()
  await page.getByRole('toolbar', { name: 'Selected tickets' }).getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toHaveAccessibleName('Export 1 ticket')
  await dialog.getByRole('radio', { name: 'PDF' }).click()
  await expect(dialog).toContainText('up to 500 tickets')
  await dialog.getByRole('button', { name: 'Export PDF' }).click()
  await expect(dialog).toHaveCount(0)
  // it can be left alone
  await page.getByRole('link', { name: 'Notifications' }).first().click()
  await expect(page.getByText('Your PDF is ready')).toBeVisible({ timeout: 60_000 })
  const fetched = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const pdf = await readFile(await (await fetched).path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // whoever had gone away finds it in the inbox, which does not say it a second time to who was there
  await expect(page.getByRole('link', { name: /Your PDF of 1 ticket is ready/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(1)
  await expectUsable(page, 'an export in the inbox')
  await page.goto('/tickets')
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(dialog.getByRole('link', { name: /^tickets-.*\.pdf$/ })).toBeVisible()
})

test('on a phone it is a sheet that fits', async ({ browser }) => {
  const { page } = await signIn(browser, await newPerson('manager'), 'phone', { at: '/tickets' })
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Choose others' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Title' })).toBeChecked()
  await expectUsable(page, 'export on a phone')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
})

import { expect, test } from '@playwright/test'
import { apiFor, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

// several pages each
test.slow()

test('tags are added and removed on the ticket by keyboard, taken back, told in its story, and narrow the list', async ({
  browser,
}) => {
  const word = `kiosk ${Date.now()}`
  const reporter = await apiFor('member1.operations')
  const ticket = await logTicket(reporter, `Tagged by hand ${word}`, { tags: ['मरम्मत चाहिए'] })
  const { page } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  const tags = page.getByRole('list', { name: 'Tags', exact: true })
  await expect(tags).toHaveText('मरम्मत चाहिए')

  await page.getByRole('button', { name: 'Add tag' }).focus()
  await page.keyboard.press('Enter')
  const search = page.getByRole('combobox', { name: 'Add a tag' })
  await expect(search).toBeFocused()
  await page.keyboard.type(`  ${word.toUpperCase()} `)
  await expect(page.getByRole('option', { name: `${word} new tag` })).toBeVisible()
  await withoutSeriousFindings(page, 'a tag being added', '[role="listbox"]')
  await page.keyboard.press('Enter')
  await expect(tags).toContainText(word)
  await expect(search).toBeFocused()
  await page.keyboard.type('a,b')
  await expect(page.getByText('A tag has letters, digits, spaces and hyphens only')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeVisible()

  await page.getByRole('button', { name: 'Remove the tag मरम्मत चाहिए' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeFocused()
  await expect(tags).toHaveText(word)
  const activity = page.getByRole('region', { name: 'Activity' })
  await expect(activity).toContainText(`added the tag “${word}”`)
  await expect(activity).toContainText('removed the tag “मरम्मत चाहिए”')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(tags).toContainText('मरम्मत चाहिए')

  await page.goto(`/tickets?view=all&filter=${encodeURIComponent(`tag:"${word}"`)}`)
  await expect(page.getByRole('link', { name: ticket.title })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('on a phone a new tag joins the one it has', async ({ browser }) => {
  const known = `mirror ${Date.now()}`
  const lead = await apiFor('lead.technology')
  const first = await logTicket(lead, `Where the tag comes from ${known}`)
  await lead(`/tickets/${first.id}`, { tags: [known] }, 'PATCH')
  const { page, api } = await signIn(browser, 'lead.technology', 'phone')
  await page.goto(`/tickets/${first.id}`)
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('combobox', { name: 'Add a tag' }).click()
  const search = page.getByRole('dialog').getByPlaceholder('Add a tag')
  await search.fill('brand new')
  await page.getByRole('option', { name: /^brand new/ }).click()
  await expect(page.getByRole('list', { name: 'Tags', exact: true })).toContainText('brand new')
  await withoutSeriousFindings(page, 'tags on a phone', '[role="tabpanel"]')
  expect((await api<{ tags: string[] }>(`/tickets/${first.id}`)).tags).toEqual(['brand new', known])
})

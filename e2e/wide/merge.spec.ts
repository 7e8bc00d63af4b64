import { expect, type Page, test } from '@playwright/test'
import { apiFor, type Device, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { expectUsable } from '../usable.ts'

// several pages each
test.slow()

/** Two of the same thing, in words nobody else uses. */
async function logPair(word: string): Promise<[LoggedTicket, LoggedTicket]> {
  const api = await apiFor('member1.operations')
  return [await logTicket(api, `${word} does not open`), await logTicket(api, `${word} does not open again`)]
}

async function openMerge(page: Page) {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Merge P57/ })
  // it takes the focus as it opens, which would close a list opened before
  await expect(dialog.getByRole('combobox')).toBeFocused()
  return dialog
}

for (const device of ['desk', 'phone'] as Device[]) {
  test(`two tickets about the same are merged, seen as one, and taken apart again (${device})`, async ({ browser }) => {
    const [source, target] = await logPair(`Zumba page ${device}`)
    const lead = await apiFor('lead.technology')
    await lead(`/tickets/${source.id}/responses`, { kind: 'note', body: 'Said on the first one' })
    const { page } = await signIn(browser, 'lead.technology', device)
    await page.goto(`/tickets/${source.id}`)

    const dialog = await openMerge(page)
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Merge tickets' }).click()
    await expect(dialog.getByText('Choose the ticket that stays.')).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Merge into' }).click()
    // on a phone it fills the screen first
    await expect(page.locator('input:focus')).toBeVisible()
    await page.keyboard.type(target.key)
    await page.getByRole('option', { name: new RegExp(target.key) }).click()
    const preview = dialog.getByRole('region', { name: 'What will happen' })
    await expect(preview).toContainText(`Its one response and its files move to ${target.key}`)
    await expectUsable(page, 'merge dialog')
    await dialog.getByRole('button', { name: 'Merge tickets' }).click()

    await expect(page).toHaveURL(new RegExp(target.id))
    await expect(page.getByText('Said on the first one')).toBeVisible()
    const merged = page.getByRole('region', { name: 'Merged into this' })
    await expect(merged).toContainText(source.key)

    await page.goto(`/tickets/${source.id}`)
    await expect(page).toHaveURL(new RegExp(target.id))
    await expect(page.getByText(`${source.key} was merged into ${target.key}`)).toBeVisible()
    await merged.getByRole('button', { name: `Unmerge ${source.key}` }).click()
    await expect(page.getByText(`${source.key} is a ticket of its own again`)).toBeVisible()
    await expect(merged).toHaveCount(0)
    await page.goto(`/tickets/${source.id}`)
    await expect(page.getByText('Said on the first one')).toBeVisible()
  })
}

test('a merge and a change of status are taken back by Undo, which stays for eight seconds', async ({ browser }) => {
  const word = `Reformer ${Date.now()}`
  const [source, target] = await logPair(word)
  const { page } = await signIn(browser, 'lead.technology', 'desk')
  await page.goto(`/tickets/${source.id}`)
  const dialog = await openMerge(page)
  const search = dialog.getByRole('combobox', { name: 'Merge into' })
  await search.click()
  await expect(page.getByText('Related and lately opened')).toBeVisible()
  await search.fill(word.replace('Reformer', 'Refomer'))
  await expect(page.getByText('What fits')).toBeVisible()
  await expect(page.getByRole('option', { name: new RegExp(source.key) })).toHaveCount(0)
  await expect(page.getByRole('option').first().locator('mark').first()).toHaveText('Reformer')
  await page.getByRole('option', { name: new RegExp(target.key) }).click()
  await dialog.getByRole('button', { name: 'Merge tickets' }).click()
  const said = page.getByText(`${source.key} is part of ${target.key} now`)
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(`${source.key} is as it was before`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Merged into this' })).toHaveCount(0)

  await page.goto(`/tickets/${source.id}`)
  await page.getByRole('button', { name: /^Status/ }).click()
  await page.getByRole('menuitem', { name: 'In progress' }).click()
  await expect(page.getByText(`${source.key} is in progress`)).toBeVisible()
  const lasts = await page
    .locator('.toast-timer-long')
    .first()
    .evaluate((line) => Number.parseFloat(getComputedStyle(line).animationDuration))
  expect(lasts).toBeGreaterThanOrEqual(8)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Status: Assigned' })).toBeVisible()
})

test('related tickets lead there; what an admin deletes comes back from the trash', async ({ browser }) => {
  const [one, other] = await logPair('Sauna page')
  const { page } = await signIn(browser, 'admin', 'desk')
  await page.goto(`/tickets/${one.id}`)
  const related = page.getByRole('region', { name: 'Related' }).getByRole('link', { name: new RegExp(other.key) })
  await expect(related.getByRole('time')).toHaveText('just now')
  expect(await related.getByRole('time').evaluate((age) => age.getClientRects().length)).toBe(1)
  await related.click()
  await expect(page).toHaveURL(new RegExp(other.id))

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete ticket' }).click()
  await expect(page.getByText(`${other.key} is in the trash`)).toBeVisible()
  await page.goto('/admin/trash')
  await expectUsable(page, 'trash')
  await page.getByRole('button', { name: `Restore ${other.key}` }).click()
  await expect(page.getByText(`${other.key} is back, as it was`)).toBeVisible()
  await page.goto(`/tickets/${other.id}`)
  await expect(page.getByRole('button', { name: 'Status: Assigned' })).toBeVisible()
})

import { expect, type Page, test } from '@playwright/test'
import { type ApiCall, apiFor, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { devices, expectUsable, withoutSeriousFindings } from '../usable.ts'

const logged = async (title: string): Promise<LoggedTicket> => logTicket(await apiFor('member1.operations'), title)

/** What the API keeps of a ticket. */
const read = (api: ApiCall, { id }: LoggedTicket) =>
  api<{ title: string; description: string; studio: { name: string }; subcategory: { name: string } }>(`/tickets/${id}`)

const dialogOf = (page: Page, { key }: LoggedTicket) => page.getByRole('dialog', { name: `Edit ${key}` })

test('E opens the form; the title, the studio and an answer are corrected by keys, and the activity tells it', async ({
  browser,
}) => {
  const ticket = await logged('Bookng failed at the desk')
  const { page, api } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await expect(page.getByRole('heading', { name: ticket.title })).toBeVisible()
  await page.keyboard.press('e')
  const dialog = dialogOf(page, ticket)
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Booking failed at the desk')
  await dialog.getByRole('radio', { name: 'Yes' }).check()
  await page.keyboard.press('Control+Enter')

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Booking failed at the desk' })).toBeVisible()
  const activity = page.getByRole('region', { name: 'Activity' })
  await expect(activity).toContainText(
    'changed the title from “Bookng failed at the desk” to “Booking failed at the desk”',
  )
  await activity.getByText('Before and after').first().click()
  await expect(activity.locator('ins').first()).toContainText('Booking failed at the desk')
  expect((await read(api, ticket)).title).toBe('Booking failed at the desk')
})

test('what is missing is said at its field, and an empty title is not saved', async ({ browser }) => {
  const ticket = await logged('Title that must stay')
  const { page, api } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: /^Edit/ }).click()
  const dialog = dialogOf(page, ticket)
  await dialog.getByLabel('Title').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'One field to correct' })).toBeFocused()
  expect((await read(api, ticket)).title).toBe('Title that must stay')
})

test('another category brings its own questions, and the old answers stay in the activity', async ({ browser }) => {
  const ticket = await logged('Filed under the wrong category')
  const { page, api } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: /^Edit/ }).click()
  const dialog = dialogOf(page, ticket)
  await dialog.getByLabel('What is it about?').click()
  await page.keyboard.type('noise')
  await page.getByRole('option', { name: /Noise Disturbance/ }).click()
  await expect(dialog.getByText('Its present answers stay in its activity')).toBeVisible()
  await dialog.getByLabel('What is the matter').click()
  await page.getByRole('option').first().click()
  await dialog
    .getByRole('radiogroup', { name: /How important/ })
    .getByRole('radio', { name: '4' })
    .check()
  await dialog.getByRole('button', { name: 'Save' }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByText('Noise Disturbance').first()).toBeVisible()
  expect((await read(api, ticket)).subcategory.name).toBe('Noise Disturbance')
  await expect(page.getByRole('region', { name: 'Activity' })).toContainText('changed the category from')
})

test('two people edit at once: the second sees what the first changed, chooses field by field, and loses nothing', async ({
  browser,
}) => {
  test.slow()
  const ticket = await logged('Two editors')
  const [first, second] = [await signIn(browser, 'manager', 'desk'), await signIn(browser, 'lead.technology', 'desk')]
  // news do not get through to the second, as on a bad line
  await second.page.route('**/api/live', (route) => route.abort())
  for (const { page } of [first, second]) await page.goto(`/tickets/${ticket.id}`)
  for (const { page } of [first, second]) {
    await expect(page.getByRole('heading', { name: ticket.title })).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: /^Edit/ }).click()
  }

  const mine = dialogOf(second.page, ticket)
  await mine.getByLabel('Title').fill('The second title')
  await mine.getByLabel('Description').fill('What only the second wrote')
  const theirs = dialogOf(first.page, ticket)
  await theirs.getByLabel('Title').fill('The first title')
  await theirs.getByLabel('Action taken').fill('What only the first wrote')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs).toBeHidden()

  await mine.getByRole('button', { name: 'Save' }).click()
  const conflict = second.page.getByRole('dialog', { name: `${ticket.key} was changed while you were editing` })
  await expect(conflict.getByText('Title is now:')).toBeVisible()
  await expect(conflict.getByText('The second title')).toBeVisible()
  await withoutSeriousFindings(second.page, 'what changed')

  await test.step('who goes on editing finds both', async () => {
    await conflict.getByRole('button', { name: 'Keep editing' }).click()
    await expect(mine.getByLabel('Title')).toHaveValue('The second title')
    await expect(mine.getByLabel('Action taken')).toHaveValue('What only the first wrote')
  })

  await test.step('and a third change is met the same way; now theirs is taken', async () => {
    await first.page.getByRole('button', { name: /^Edit/ }).click()
    await dialogOf(first.page, ticket).getByLabel('Title').fill('The third title')
    await dialogOf(first.page, ticket).getByRole('button', { name: 'Save' }).click()
    await expect(dialogOf(first.page, ticket)).toBeHidden()
    await mine.getByRole('button', { name: 'Save' }).click()
    await conflict.getByRole('radio', { name: 'Take theirs' }).check()
    await conflict.getByRole('button', { name: 'Save my choices' }).click()
    await expect(conflict).toBeHidden()
    await expect(second.page.getByRole('heading', { name: 'The third title' })).toBeVisible()
    const { title, description } = await read(second.api, ticket)
    expect({ title, description }).toEqual({ title: 'The third title', description: 'What only the second wrote' })
  })

  await test.step('the first sees it live', async () => {
    await expect(first.page.getByText('What only the second wrote').first()).toBeVisible()
  })
})

test('offline an edit is kept, and saved once the line is back', async ({ browser }) => {
  const ticket = await logged('Edited in the lift')
  const { page, context, api } = await signIn(browser, 'lead.technology', 'phone')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'More actions' }).tap()
  await page.getByRole('menuitem', { name: 'Edit…' }).tap()
  const dialog = dialogOf(page, ticket)
  await dialog.getByLabel('Title').fill('लिफ्ट में लिखा गया')
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Save' }).tap()
  await expect(dialog.getByText('What you typed is kept.')).toBeVisible()
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Save' }).tap()
  await expect(page.getByRole('heading', { name: 'लिफ्ट में लिखा गया' })).toBeVisible()
  expect((await read(api, ticket)).title).toBe('लिफ्ट में लिखा गया')
})

test('closed by mistake, what was typed is there again', async ({ browser }) => {
  const ticket = await logged('Closed by mistake')
  const { page } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: /^Edit/ }).click()
  const dialog = dialogOf(page, ticket)
  await dialog.getByLabel('Description').fill('Half a sentence')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('e')
  await expect(dialog.getByLabel('Description')).toHaveValue('Half a sentence')
  await dialog.getByRole('button', { name: 'Discard changes' }).click()
  await expect(dialog.getByLabel('Description')).toHaveValue('')
})

for (const device of devices) {
  test(`the form can be used by everybody: ${device}`, async ({ browser }) => {
    const ticket = await logged(`A rather long title for a rather narrow screen, ${device}`)
    const { page } = await signIn(browser, 'manager', device)
    await page.goto(`/tickets/${ticket.id}`)
    await expect(page.getByRole('heading', { name: ticket.title })).toBeVisible()
    await page.keyboard.press('e')
    await expect(dialogOf(page, ticket).getByLabel('Title')).toBeVisible()
    await expectUsable(page, 'edit form')
  })
}

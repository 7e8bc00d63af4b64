import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket, startTicket } from '../tickets.ts'

interface Listed {
  items: { key: string; content: unknown }[]
}

const title = (page: Page) => page.getByLabel('Title')
const saved = (page: Page) =>
  page.waitForResponse(
    (reply) => reply.url().includes('/api/drafts/') && reply.request().method() === 'PUT' && reply.ok(),
  )

test('what was typed on a phone is there at the desk; nothing of it stays on the phone after signing out; once logged it is gone everywhere', async ({
  browser,
}) => {
  test.slow()
  const said = `Mirror in the lounge cracked ${Date.now()}`
  const somebody = await newPerson('member1.client-success')
  const phone = await signIn(browser, somebody, 'phone')
  await phone.page.goto('/tickets/new')
  await startTicket(phone.page, 'booking fail', 'Booking Failures')
  await title(phone.page).fill(`${said}, half`)
  await title(phone.page).fill(said)
  await phone.page.getByRole('radio', { name: 'Unknown' }).check()

  await test.step('signing out at once loses nothing, and the device keeps nothing', async () => {
    await phone.page.getByRole('link', { name: 'Close, the draft is kept' }).click()
    await phone.page.getByRole('button', { name: 'More', exact: true }).click()
    await phone.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await phone.page.waitForURL('**/sign-in**')
    await expect.poll(() => everythingKept(phone.context)).not.toContain('Mirror')
  })

  await test.step('at the desk it is as it was', async () => {
    const desk = await signIn(browser, somebody, 'desk')
    await desk.page.goto('/tickets/new')
    await expect(title(desk.page)).toHaveValue(said)
    await expect(desk.page.getByRole('radio', { name: 'Unknown' })).toBeChecked()
    await expect(desk.page.getByLabel('Studio', { exact: true })).toContainText('Supreme HQ')
    await desk.page.getByRole('button', { name: 'Log ticket' }).click()
    await expect(desk.page.getByRole('heading', { name: said })).toBeVisible()
    await expect
      .poll(async () => (await desk.api<Listed>('/drafts')).items.map(({ key }) => key))
      .not.toContain('new-ticket')
  })
})

test('typed on two devices apart from each other: the newer is open, the older one press away', async ({ browser }) => {
  test.slow()
  const [first, second] = [`Typed first ${Date.now()}`, `Typed later ${Date.now()}`]
  const somebody = await newPerson('member1.client-success')
  const desk = await signIn(browser, somebody, 'desk')
  const other = await signIn(browser, somebody, 'desk')
  await desk.page.goto('/tickets/new')
  await other.page.goto('/tickets/new')
  await expect(title(other.page)).toHaveValue('')

  await expect(title(desk.page)).toHaveValue('')
  await Promise.all([saved(desk.page), title(desk.page).fill(first)])
  await title(other.page).fill(second)

  await expect(other.page.getByText('You typed this on two devices')).toBeVisible()
  await expect(title(other.page)).toHaveValue(second)
  await other.page.getByRole('button', { name: 'Use the other' }).click()
  await expect(title(other.page)).toHaveValue(first)
  await Promise.all([saved(other.page), other.page.getByRole('button', { name: 'Undo' }).click()])
  await expect(title(other.page)).toHaveValue(second)

  await desk.page.reload()
  await expect(title(desk.page)).toHaveValue(second)
  await desk.page.getByRole('button', { name: 'Discard' }).click()
  await expect(title(desk.page)).toHaveValue('')
  await expect.poll(async () => (await desk.api<Listed>('/drafts')).items).toEqual([])
  await other.page.reload()
  await expect(title(other.page)).toHaveValue('')
})

test('without a line it says that the draft is on this device only, and brings it to the server when the line is back', async ({
  browser,
}) => {
  const said = `Kettle in reception leaks ${Date.now()}`
  const { page, context, api } = await signIn(browser, await newPerson('member1.client-success'), 'desk')
  await page.goto('/tickets/new')
  await expect(title(page)).toBeVisible()
  await context.setOffline(true)
  await title(page).fill(said)
  await expect(page.getByText('Kept on this device')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Draft saved')).toBeVisible()
  expect(JSON.stringify(await api<Listed>('/drafts'))).toContain(said)
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('a reply that was begun on one device is gone on with on another', async ({ browser }) => {
  const begun = `I ask the trainer ${Date.now()}`
  const desk = await signIn(browser, 'manager', 'desk')
  const { id } = await logTicket(desk.api, `Class list missing ${Date.now()}`)
  await desk.page.goto(`/tickets/${id}`)
  await Promise.all([saved(desk.page), desk.page.getByRole('textbox', { name: 'Reply to client' }).fill(begun)])

  const elsewhere = await signIn(browser, 'manager', 'desk')
  await elsewhere.page.goto(`/tickets/${id}`)
  const reply = elsewhere.page.getByRole('textbox', { name: 'Reply to client' })
  await expect(reply).toHaveValue(begun)
  await elsewhere.page.getByRole('button', { name: 'Send reply' }).click()
  await expect(reply).toHaveValue('')
  await expect
    .poll(async () => (await desk.api<Listed>('/drafts')).items.map(({ key }) => key))
    .not.toContain(`reply:${id}`)
})

const everythingKept = async (context: BrowserContext): Promise<string> =>
  JSON.stringify(await context.storageState({ indexedDB: true }))

import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

const tab = (page: Page, name: string | RegExp) =>
  page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name })
const pinned = (page: Page) => page.getByRole('region', { name: 'Pinned' }).getByRole('link')

const chip = (page: Page) => page.getByRole('group', { name: 'Filter Priority' })

/** Opens the panel of views by its key, types and presses Enter on what it finds. */
async function pick(page: Page, typed: string, option: string | RegExp = typed) {
  await page.getByRole('button', { name: 'Views', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Find a view')).toBeFocused()
  await page.keyboard.type(typed)
  await expect(page.getByRole('option', { selected: true })).toHaveText(option)
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Find a view')).toBeHidden()
}

async function saveView(page: Page, name: string, whose?: string) {
  const dialog = page.getByRole('dialog', { name: /Save/ })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  if (whose) {
    await dialog.getByLabel('Who finds it').click()
    await page.getByRole('option', { name: whose }).click()
  }
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog).toBeHidden()
}

test(`a lead shares a view; a member has it at once, and each change of it`, async ({ browser }) => {
  test.slow()
  const name = `High at ${Date.now()}`
  const lead = await signIn(browser, await newPerson('lead.training'), 'desk')
  const member = await signIn(browser, await newPerson('member1.training'), 'phone', { at: '/tickets' })

  await test.step('what is on screen is saved under a name, by keyboard', async () => {
    await lead.page.goto('/tickets?view=all&priority=high&sort=-updatedAt')
    await lead.page.getByRole('button', { name: 'Save view' }).press('Enter')
    await expect(lead.page.getByRole('dialog', { name: 'Save view' })).toBeVisible()
    await withoutSeriousFindings(lead.page, 'dialog')
    await saveView(lead.page, name, 'Everybody in Training')
    await lead.page.waitForURL(/\/tickets\?saved=[\da-f-]{36}$/)
    await expect(tab(lead.page, name)).toHaveAttribute('aria-selected', 'true')
    await expectUsable(lead.page, 'saved view')
  })

  await test.step('a member finds it among theirs and cannot change it', async () => {
    await pick(member.page, name)
    await expect(tab(member.page, name)).toHaveAttribute('aria-selected', 'true')
    await expect(tab(member.page, name)).toBeInViewport()
    await expect(chip(member.page)).toBeVisible()
    await member.page.getByRole('button', { name: 'Views', exact: true }).click()
    await expect(member.page.getByRole('option', { name: 'Save as a new view …' })).toBeVisible()
    await expect(member.page.getByRole('option', { name: /^Delete/ })).toHaveCount(0)
    await expect(member.page.getByRole('option', { name: 'Name and sharing …' })).toHaveCount(0)
    await withoutSeriousFindings(member.page, 'panel of views')
    const copy = member.page.getByRole('option', { name: 'Save as a new view …' })
    expect((await copy.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await member.page.keyboard.press('Escape')
  })

  await test.step('a view that could not be loaded is not called gone', async () => {
    const failing = /\/api\/views$/
    await member.page.route(failing, (route) => route.fulfill({ status: 500, body: '' }))
    await member.page.reload()
    await expect(member.page.getByRole('heading', { name: 'The view could not be loaded' })).toBeVisible({
      timeout: 30_000,
    })
    await member.page.unroute(failing)
    await member.page.getByRole('button', { name: 'Try again' }).click()
    await expect(tab(member.page, name)).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('a change is marked, can be discarded, and once saved reaches the member', async () => {
    await lead.page.getByRole('button', { name: 'Remove filter Priority' }).click()
    await expect(tab(lead.page, name)).toHaveAccessibleName(/changed and not saved/)
    await lead.page.getByRole('button', { name: 'Discard' }).click()
    await expect(chip(lead.page)).toBeVisible()
    await expect(tab(lead.page, name)).not.toHaveAccessibleName(/changed/)

    await lead.page.getByRole('button', { name: 'Remove filter Priority' }).click()
    await lead.page.reload()
    await expect(tab(lead.page, name)).toHaveAccessibleName(/changed and not saved/)
    await expect(chip(member.page)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Save changes' }).click()
    await expect(lead.page.getByText('is saved as it is now')).toBeVisible()
    await expect(chip(member.page)).toBeHidden()
  })

  await test.step('deleted elsewhere, the list stays and says so; taken back, it is theirs again', async () => {
    await pick(lead.page, 'Delete view', 'Delete view for all')
    await expect(lead.page.getByText(`“${name}” is deleted`)).toBeVisible()
    // a message waits while the focus is on it
    await lead.page.getByRole('button', { name: 'Undo' }).focus()
    await expect(member.page.getByText('The saved view behind this list was deleted')).toBeVisible()
    await expectUsable(member.page, 'view that is gone')
    await lead.page.getByRole('button', { name: 'Undo' }).click()
    await expect(tab(lead.page, name)).toHaveAttribute('aria-selected', 'true')
    await expect(member.page.getByText('The saved view behind this list was deleted')).toBeHidden()
    await expect(tab(member.page, name)).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('whoever it is not for is told, and sees what a changed link shows', async () => {
    const { page } = await signIn(browser, await newPerson('member1.sales'), 'desk')
    const address = new URL(lead.page.url()).search
    await page.goto(`/tickets${address}`)
    await expect(page.getByRole('heading', { name: 'This view is not there for you' })).toBeVisible()
    await expectUsable(page, 'view of others')
    await page.goto(`/tickets${address}&view=all&priority=low`)
    await expect(page.getByText('is not shared with you')).toBeVisible()
    await page.getByRole('button', { name: 'Keep the filters' }).click()
    await page.waitForURL('**/tickets?view=all&priority=low')
  })
})

test('a view is pinned, put in order and opened first, on a desk and then on a phone', async ({ browser }) => {
  test.slow()
  const name = await newPerson('member2.training')
  const view = `Mine ${Date.now()}`
  const { page } = await signIn(browser, name, 'desk', { at: '/tickets' })
  const { page: phone } = await signIn(browser, name, 'phone', { at: '/tickets' })
  await page.goto('/tickets?view=reported&sort=-updatedAt')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByText('Only you. Views for a team are shared by its lead.')).toBeVisible()
  await saveView(page, view)

  await test.step('pinned, it is last; Alt and an arrow move it, and the focus goes along', async () => {
    await pick(page, 'Pin')
    await expect(pinned(page)).toHaveText([/My team, unassigned/, /Overdue/, new RegExp(view)])
    await pinned(page).nth(2).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(pinned(page)).toHaveText([/My team, unassigned/, new RegExp(view), /Overdue/])
    await expect(pinned(page).nth(1)).toBeFocused()
    await expect(page.getByText(`${view}, 2 of 3`)).toBeAttached()
    const stored = page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.ok())
    await pinned(page).nth(1).dragTo(pinned(page).nth(0))
    await stored
    await expect(pinned(page)).toHaveText([new RegExp(view), /My team, unassigned/, /Overdue/])
  })

  await test.step('what opens first opens where nothing is asked for; the other lists are still there', async () => {
    const stored = page.waitForResponse((reply) => reply.url().endsWith('/default-view') && reply.ok())
    await pick(page, 'Open this first')
    await stored
    await page.goto('/tickets')
    await page.waitForURL(/saved=/)
    await expect(tab(page, view)).toHaveAttribute('aria-selected', 'true')
    await tab(page, /^Open/).click()
    await page.waitForURL('**/tickets?view=open')
    await expect(tab(page, /^Open/)).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('a phone has the same lists at hand, as tabs', async () => {
    await phone.goto('/tickets')
    await expect(tab(phone, view)).toHaveAttribute('aria-selected', 'true')
    await expect(tab(phone, view)).toBeInViewport()
    await expectUsable(phone, 'phone with pins')
    await phone.goto(`/tickets?view=reported&sort=dueAt&saved=${new URL(phone.url()).searchParams.get('saved')}`)
    await expect(phone.getByTitle('Changed, not saved')).toBeInViewport()
    await tab(phone, 'My team, unassigned').tap()
    await phone.waitForURL('**/tickets?view=team-unassigned')
    await pick(phone, 'Follow up today')
    await phone.waitForURL('**/tickets?view=follow-up')
    await expect(tab(phone, 'Follow up today')).toHaveAttribute('aria-selected', 'true')
  })
})

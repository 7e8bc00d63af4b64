import { expect, type Locator, type Page, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { expectUsable } from '../usable.ts'

// each several moves
test.slow()

/** A word no other ticket has in its title, and the board of those that have it. */
const unique = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`
const boardOf = (title: string) => `/tickets?layout=board&view=all&filter=${encodeURIComponent(`title:"${title}"`)}`
const lane = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name},`) })
const card = (within: Page | Locator, title: string) => within.getByRole('article').filter({ hasText: title })

/** As far as it is on screen. */
async function middleOf(target: Locator) {
  const [box, width] = [await target.boundingBox(), target.page().viewportSize()?.width ?? 0]
  if (!box) throw new Error('not on screen')
  return { x: Math.min(box.x + box.width / 2, width - 20), y: box.y + Math.min(box.height / 2, 90) }
}

/** Room for all columns: at an edge the board would scroll on while a card is held there. */
const wide = { width: 1800, height: 900 }

/** Lifts a card and holds it over a column. */
async function carry(page: Page, from: Locator, to: Locator) {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 10, start.y + 5, { steps: 2 })
  await page.mouse.move(end.x, end.y, { steps: 5 })
  // a slow machine hears of the place with the last move alone
  await page.mouse.move(end.x + 2, end.y + 2)
}

test('a card is dragged by mouse: what is not possible says so before, a drop asks what it must, and is undone', async ({
  browser,
}) => {
  const title = unique('Mirror came loose')
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk')
  await logTicket(api, title)
  await page.goto(boardOf(title))
  await expect(card(lane(page, 'Assigned'), title)).toBeVisible()
  await expectUsable(page, 'board')
  await page.setViewportSize(wide)

  await test.step('over a column that takes it, while others say why they do not', async () => {
    await carry(page, card(page, title), lane(page, 'In progress'))
    await expect(lane(page, 'In progress')).toContainText('Starts work')
    await expect(lane(page, 'Reopened')).toContainText('Assigned cannot become Reopened. Move it to Resolved first.')
    await page.mouse.up()
    await expect(card(lane(page, 'In progress'), title)).toBeVisible()
    await expect(lane(page, 'In progress').getByRole('heading')).toBeVisible()
  })

  await test.step('taken back from the toast', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(card(lane(page, 'Assigned'), title)).toBeVisible()
  })

  await test.step('dropped where it cannot go, it stays', async () => {
    await carry(page, card(page, title), lane(page, 'Reopened'))
    await expect(lane(page, 'Reopened')).toContainText('Assigned cannot become Reopened')
    await page.mouse.up()
    await expect(card(lane(page, 'Assigned'), title)).toBeVisible()
  })

  await test.step('resolving asks how; without an answer it goes back, with one it stays', async () => {
    await carry(page, card(page, title), lane(page, 'Resolved'))
    await page.mouse.up()
    const dialog = page.getByRole('dialog', { name: /^Resolve P57/ })
    await expect(dialog).toBeVisible()
    // nothing behind a dialog has a role
    await expect(page.locator('section[aria-label="Resolved, 1"]')).toContainText(title)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(card(lane(page, 'Assigned'), title)).toBeVisible()

    await carry(page, card(page, title), lane(page, 'Resolved'))
    await page.mouse.up()
    await dialog.getByLabel('How was it resolved?').fill('Screwed on again')
    await dialog.getByRole('button', { name: 'Resolve ticket' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(card(lane(page, 'Resolved'), title)).toBeVisible()
    await expect(lane(page, 'Assigned')).toHaveAccessibleName('Assigned, 0')
  })
})

test('a drop that somebody was quicker than goes back with the reason; others’ changes move cards by themselves', async ({
  browser,
}) => {
  const title = unique('Towels ran out')
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk', { at: '/tickets' })
  const ticket = await logTicket(api, title)
  const other = await logTicket(api, unique(title))
  await page.setViewportSize(wide)
  await page.goto(boardOf(title))
  await expect(card(lane(page, 'Assigned'), other.title)).toBeVisible()

  // the answer is held back, so that what is shown meanwhile can be seen
  const { promise: mayGo, resolve: letGo } = Promise.withResolvers<void>()
  await page.route(`**/api/tickets/${ticket.id}`, async (route) => {
    if (route.request().method() === 'PATCH') await mayGo
    await route.continue()
  })
  const mine = card(page, title).filter({ hasText: ticket.key.slice(4) })
  await carry(page, mine, lane(page, 'In progress'))
  await page.mouse.up()
  await expect(lane(page, 'In progress')).toContainText(title)
  const admin = await apiFor('admin')
  await admin(`/tickets/${ticket.id}/resolve`, { note: 'Brought some over' })
  letGo()
  const said = page.getByText('Somebody changed this ticket meanwhile')
  await expect(said).toBeVisible()
  await expect(lane(page, 'Resolved')).toContainText(title)
  await expect(lane(page, 'In progress')).toHaveAccessibleName('In progress, 0')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('Resolved cannot become In progress.')).toBeVisible()

  await test.step('while a card is carried the others keep still', async () => {
    await carry(page, card(page, title).filter({ hasText: ticket.key.slice(4) }), lane(page, 'Pending'))
    await expect(lane(page, 'Pending')).toContainText('Resolved cannot become Pending.')
    const live = page.waitForResponse((response) => response.url().includes('/api/tickets/board'))
    await admin(`/tickets/${other.id}/resolve`, { note: 'All of them' })
    await live
    await expect(card(lane(page, 'Assigned'), other.title)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(card(lane(page, 'Resolved'), other.title)).toBeVisible()
  })
})

test('a card is carried by keyboard, and a screen reader hears where it may go', async ({ browser }) => {
  const title = unique('Playlist skips')
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk')
  await logTicket(api, title)
  await page.goto(boardOf(title))
  /** Keys are heard from the next turn of the page on. */
  const lift = async (to = 'New, In progress, Pending, Resolved') => {
    await link.focus()
    await page.keyboard.press('Space')
    await expect(heard).toContainText(`It can go to ${to}.`)
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
  }
  const heard = page.getByRole('status').filter({ hasText: /Lifted|Over|Dropped|Put back/ })
  const link = page.getByRole('link', { name: title })
  await lift()
  await page.keyboard.press('ArrowRight')
  await expect(heard).toHaveText('Over In progress. Starts work.')
  await page.keyboard.press('ArrowRight')
  await expect(heard).toHaveText('Over Pending. Pauses the resolution clock.')
  await page.keyboard.press('ArrowRight')
  await expect(heard).toHaveText(/^Over Reopened. Not possible. Assigned cannot become Reopened./)
  await page.keyboard.press('Space')
  await expect(heard).toHaveText('Put back.')
  await expect(card(lane(page, 'Assigned'), title)).toBeVisible()

  await lift()
  await page.keyboard.press('ArrowRight')
  await expect(heard).toContainText('Over In progress')
  await page.keyboard.press('Space')
  await expect(card(lane(page, 'In progress'), title)).toBeVisible()
  await expect(page.getByText(/is in progress/)).toBeVisible()

  await test.step('P, T, A and I change the card that has the focus as they change a row; S says where it may go', async () => {
    await link.focus()
    await page.keyboard.press('p')
    await page.getByRole('menuitemradio', { name: 'Critical' }).press('Enter')
    await expect(card(page, title)).toContainText('Critical')
    await expect(link).toBeFocused()
    await page.keyboard.press('t')
    await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
    await page.keyboard.press('a')
    await expect(page.getByRole('combobox', { name: 'Find a person or team' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
    await page.keyboard.press('i')
    await expect(page.getByText(/is with New manager/)).toBeVisible()
    await page.keyboard.press('s')
    const menu = page.getByRole('menu')
    await expect(menu).toContainText('In progress cannot become Closed. Move it to Resolved first.')
    await expect(menu.getByRole('menuitem', { name: /^Pending/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(card(lane(page, 'Pending'), title)).toBeVisible()
    await expect(link).toBeFocused()
    await expect(page.getByText(/is pending/)).toBeVisible()
  })

  await test.step('with cards selected the same keys are for all of them; a card that is put back keeps the selection', async () => {
    const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
    await page.keyboard.press('x')
    await expect(bar).toContainText('1 ticket selected')
    await lift('In progress, Resolved')
    await page.keyboard.press('Escape')
    await expect(heard).toHaveText('Put back.')
    await expect(bar).toContainText('1 ticket selected')
    await expect(link).toBeFocused()
    await page.keyboard.press('p')
    await page.getByRole('menuitem', { name: 'Low' }).press('Enter')
    await expect(page.getByText('1 ticket changed')).toBeVisible({ timeout: 30_000 })
    await expect(card(page, title)).toContainText('Low')
    await expect(link).toBeFocused()
  })
})

test('on a phone a long press lifts a card, all columns come to the thumb, and a menu does the same', async ({
  browser,
}) => {
  const title = unique('Locker does not open')
  const { page, api, context } = await signIn(browser, await newPerson('manager'), 'phone')
  const ticket: LoggedTicket = await logTicket(api, title)
  await page.goto(boardOf(title))
  await expect(page.getByRole('tab', { name: 'Assigned 1' })).toHaveAttribute('aria-selected', 'true')
  await expect(card(page, title)).toBeVisible()
  await expectUsable(page, 'board on a phone')
  expect(
    (await page.getByRole('button', { name: `Move ${ticket.key} to…` }).boundingBox())?.height,
  ).toBeGreaterThanOrEqual(44)

  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const tray = page.getByRole('region', { name: `Move ${ticket.key} to` })
  const target = (name: string) => tray.getByText(name, { exact: true })
  const press = async () => {
    const start = await middleOf(card(page, title))
    await touch('touchStart', start)
    await expect(tray).toBeVisible()
  }

  await press()
  await expect(tray).toContainText('Assigned cannot become Closed. Move it to Resolved first.')
  await touch('touchMove', await middleOf(target('Closed')))
  await touch('touchEnd')
  await expect(tray).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Assigned 1' })).toBeVisible()

  await press()
  await touch('touchMove', await middleOf(target('In progress')))
  await touch('touchEnd')
  await expect(page.getByRole('tab', { name: 'In progress 1' })).toBeVisible()

  await page.getByRole('tab', { name: 'In progress 1' }).tap()
  await page.getByRole('button', { name: `Move ${ticket.key} to…` }).tap()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: /^New/ })).toHaveAttribute('aria-disabled', 'true')
  await menu.getByRole('menuitem', { name: /^Pending/ }).tap()
  await expect(page.getByRole('tab', { name: 'Pending 1' })).toBeVisible()
})

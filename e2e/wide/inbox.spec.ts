import { expect, type Page, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { devices, expectUsable } from '../usable.ts'

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })
const group = (page: Page, { title }: LoggedTicket) => page.getByRole('main').getByRole('region', { name: title })

/** Somebody else has written on it, so often. */
async function notesOn(ticket: LoggedTicket, count: number, kind: 'note' | 'reply' = 'note') {
  const manager = await apiFor('manager')
  for (let n = 1; n <= count; n++) await manager(`/tickets/${ticket.id}/responses`, { kind, body: `Number ${n}` })
}

for (const device of devices) {
  test(`the inbox can be used by everybody: ${device}`, async ({ browser }) => {
    const { page } = await signIn(browser, 'lead.finance', device)
    await page.goto('/notifications')
    await expectUsable(page, 'inbox')
  })
}

test('all tabs of a browser share one live connection; the next takes over, and reading in one shows in the other', async ({
  browser,
}) => {
  const { page, context, api } = await signIn(browser, await newPerson('member2.finance'), 'desk', { at: '/tickets' })
  // it may or may not listen already
  await page.close()
  const first = await context.newPage()
  const opened: Page[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/live') opened.push(request.frame().page())
  })
  await first.goto('/notifications')
  await expect.poll(() => opened.length).toBe(1)
  const second = await context.newPage()
  await second.goto('/tickets')
  await expect(bell(second)).toBeVisible()

  const ticket = await logTicket(api, 'Heard in both tabs')
  await notesOn(ticket, 1)
  await expect(group(first, ticket).getByText('Unread:')).toHaveCount(1)
  await expect(second.getByText(ticket.title).first()).toBeVisible()
  await expect(bell(second)).toHaveAccessibleName(/unread/)
  expect(opened).toEqual([first])

  await first.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(bell(second)).toHaveAccessibleName('Notifications')

  await first.close()
  await expect.poll(() => opened).toEqual([first, second])
  await notesOn(ticket, 1)
  await expect(bell(second)).toHaveAccessibleName(/1 unread/)
})

test('grouped by ticket, with a lock for a note; only unread ones on request; a ticket’s news are read once it is opened, however', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, await newPerson('member1.finance'), 'desk')
  const [one, two] = [await logTicket(api, 'First of two groups'), await logTicket(api, 'Second of two groups')]
  await notesOn(one, 1, 'reply')
  await notesOn(two, 1)
  await notesOn(one, 1)
  await page.goto('/notifications')
  await expect(group(page, one).getByRole('link')).toHaveCount(2)
  await expect(group(page, two).getByRole('link')).toHaveCount(1)
  await expect(
    group(page, one)
      .getByRole('link', { name: /replied to the client/ })
      .locator('.lucide-reply'),
  ).toBeVisible()
  await expect(
    group(page, one)
      .getByRole('link', { name: /left a note/ })
      .locator('.lucide-lock'),
  ).toBeVisible()

  await group(page, two).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(two.id))
  await expect(bell(page)).toHaveAccessibleName(/2 unread/)
  await page.goBack()
  await expect(group(page, one).getByText('Unread:')).toHaveCount(2)
  await expect(group(page, two).getByText('Unread:')).toHaveCount(0)
  await page.getByRole('button', { name: 'Unread', exact: true }).click()
  await expect(group(page, two)).toHaveCount(0)
  await expect(group(page, one).getByRole('link')).toHaveCount(2)

  // from the list, by its row, in a tab of its own
  const beside = await page.context().newPage()
  await beside.goto('/tickets?filter=reporter:me')
  await beside.getByRole('link', { name: new RegExp(one.title) }).click()
  await expect(beside.getByRole('heading', { name: one.title })).toBeVisible()
  await expect(bell(beside)).toHaveAccessibleName('Notifications')
  await expect(bell(page)).toHaveAccessibleName('Notifications')

  await notesOn(two, 1)
  await expect(bell(page)).toHaveAccessibleName(/1 unread/)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(bell(page)).toHaveAccessibleName('Notifications')
  await page.reload()
  await page.getByRole('button', { name: 'Unread', exact: true }).click()
  await expect(page.getByText('All read')).toBeVisible()

  // what comes while one looks at the ticket
  await notesOn(one, 1)
  await expect(beside.getByRole('region', { name: 'Thread' }).getByText('Number 1')).toHaveCount(3)
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(group(page, one).getByRole('link')).toHaveCount(3)
  await expect(group(page, one).getByText('Unread:')).toHaveCount(0)
})

test('more than a page is there when asked for', async ({ browser }) => {
  const { page, api } = await signIn(browser, await newPerson('member3.finance'), 'phone')
  const old = await logTicket(api, 'Older than a page')
  await notesOn(old, 1)
  const ticket = await logTicket(api, 'Fills a page')
  await notesOn(ticket, 31)
  await page.goto('/notifications')
  await expect(group(page, ticket).getByRole('link').nth(25)).toBeVisible()
  await expect(group(page, old)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show older' }).click()
  await expect(group(page, old)).toBeVisible()
})

test('messages stack; their clock stands still under the pointer and with the focus on them', async ({ browser }) => {
  const { page, api } = await signIn(browser, await newPerson('member1.operations'), 'desk', { at: '/tickets' })
  const [one, two] = [await logTicket(api, 'First message on screen'), await logTicket(api, 'Second message on screen')]
  const messages = page.getByRole('region', { name: /^Messages/ })
  const first = messages.getByRole('listitem').filter({ hasText: one.title }).first()
  // what happened before the page listens is not announced, and a message is there for six seconds only
  await expect(async () => {
    await notesOn(one, 1)
    await expect(first).toBeVisible({ timeout: 3_000 })
    await first.hover({ timeout: 2_000 })
  }).toPass()
  const clock = first.locator('.toast-timer')
  await expect(clock).toHaveCSS('animation-play-state', 'paused')

  await notesOn(two, 1)
  const second = messages.getByRole('listitem').filter({ hasText: two.title })
  await expect(second).toBeVisible()
  await expect(first).toBeVisible()

  await second.getByRole('button', { name: 'Open' }).focus()
  await page.mouse.move(1000, 300)
  await expect(clock).toHaveCSS('animation-play-state', 'paused')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(two.id))
  await expect(second).toBeHidden()
})

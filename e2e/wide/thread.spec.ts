import { expect, type Page, test } from '@playwright/test'
import { type ApiCall, apiFor, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

const logged = async (title: string): Promise<LoggedTicket> => logTicket(await apiFor('member1.operations'), title)

const say = (api: ApiCall, { id }: LoggedTicket, body: string, kind = 'reply') =>
  api<{ id: string }>(`/tickets/${id}/responses`, { kind, body })

const messageOf = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Thread' }).getByRole('article').filter({ hasText: text })

test('a link to a message far down a long thread leads to it, and one that is clicked later moves on to another', async ({
  browser,
}) => {
  test.slow()
  const ticket = await logged('A long conversation')
  const lead = await apiFor('lead.technology')
  const ids: string[] = []
  for (let n = 1; n <= 104; n++)
    ids.push((await say(lead, ticket, `Message number ${n}.`, n % 2 ? 'reply' : 'note')).id)

  const { page } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}#r-${ids[102]}`)
  await expect(page.getByRole('heading', { name: ticket.title })).toBeVisible({ timeout: 30_000 })
  const linked = messageOf(page, 'Message number 103.')
  await expect(linked).toHaveAttribute('aria-current', 'location')
  await expect(linked).toBeInViewport()

  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `r-${ids[4]}`)
  await expect(messageOf(page, 'Message number 5.')).toBeInViewport()
  await expect(linked).not.toHaveAttribute('aria-current', 'location')
})

test('a notification about a reply leads to that reply', async ({ browser }) => {
  const ticket = await logged('Notified of a reply')
  const desk = await signIn(browser, 'member1.operations', 'phone')
  const reply = await say(await apiFor('lead.technology'), ticket, 'Credits are back since noon')
  await desk.page.goto('/notifications')
  await desk.page
    .getByRole('link', { name: new RegExp(`replied to the client on ${ticket.key}`) })
    .first()
    .click()
  await desk.page.waitForURL(`**/tickets/${ticket.id}#r-${reply.id}`)
  await expect(messageOf(desk.page, 'Credits are back since noon')).toHaveAttribute('aria-current', 'location')
})

test('one’s own message is corrected and taken back within a quarter of an hour; others only copy its link', async ({
  browser,
}) => {
  test.slow()
  const ticket = await logged('Corrected in time')
  const lead = await signIn(browser, 'lead.technology', 'desk')
  const other = await signIn(browser, 'manager', 'desk')
  await say(lead.api, ticket, 'The app is fixd')
  await lead.page.goto(`/tickets/${ticket.id}`)
  await other.page.goto(`/tickets/${ticket.id}`)

  await test.step('somebody else', async () => {
    await messageOf(other.page, 'The app is fixd')
      .getByRole('button', { name: /About this reply/ })
      .click()
    await expect(other.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
    await expect(other.page.getByRole('menuitem', { name: /Correct/ })).toHaveCount(0)
    await other.page.keyboard.press('Escape')
  })

  await test.step('corrected', async () => {
    await messageOf(lead.page, 'The app is fixd')
      .getByRole('button', { name: /About this reply/ })
      .click()
    await lead.page.getByRole('menuitem', { name: /Correct/ }).click()
    const text = lead.page.getByRole('textbox', { name: 'Corrected text' })
    await expect(text).toBeFocused()
    await text.fill('')
    await lead.page.keyboard.type('/solved')
    const canned = lead.page.getByRole('listbox', { name: 'Canned replies' })
    await expect(canned.getByRole('option', { name: /It is solved/ })).toHaveAttribute('aria-selected', 'true')
    await lead.page.keyboard.press('Enter')
    await expect(text).toHaveValue(/^Hi ⟨client’s first name⟩, /)
    // an unfilled gap goes to nobody
    await lead.page.keyboard.press('Control+Enter')
    await expect(lead.page.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
      /Fill in ⟨client’s first name⟩/,
    )
    await text.fill('The app is fixed')
    await lead.page.keyboard.press('Control+Enter')
    await expect(messageOf(other.page, 'The app is fixed')).toContainText('corrected')
  })

  await test.step('taken back', async () => {
    await messageOf(lead.page, 'The app is fixed')
      .getByRole('button', { name: /About this reply/ })
      .click()
    await lead.page.getByRole('menuitem', { name: /Take back/ }).click()
    const asking = lead.page.getByRole('alertdialog').or(lead.page.getByRole('dialog'))
    await withoutSeriousFindings(lead.page, 'take back')
    await asking.getByRole('button', { name: 'Take back reply' }).click()
    await expect(messageOf(other.page, 'Taken back by')).toBeVisible()
    await expect(messageOf(other.page, 'The app is fixed')).toHaveCount(0)
    await expect(other.page.getByRole('region', { name: 'Activity' })).toContainText('took back their reply')
  })
})

test('what is written can do no harm: no script, no picture from elsewhere, no link that runs', async ({ browser }) => {
  const payloads = [
    '<script>window.harmed = 1</script>',
    '<img src=x onerror="window.harmed = 2">',
    '[click](javascript:window.harmed=3)',
    '![pixel](https://tracker.example/pixel.png)',
    '<svg onload="window.harmed = 4"></svg>',
    '<a href="data:text/html,<script>window.harmed=5</script>">x</a>',
    '[out](https://physique57.example/page)',
    '<iframe srcdoc="<script>parent.harmed = 6</script>"></iframe>',
  ]
  const ticket = await logged(`${payloads[1]} ${payloads[0]}`)
  const lead = await apiFor('lead.technology')
  await say(lead, ticket, payloads.join('\n\n'))
  await say(lead, ticket, payloads.join('\n\n'), 'note')
  const { page } = await signIn(browser, 'manager', 'desk')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().includes('localhost') && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  await page.goto(`/tickets/${ticket.id}`)
  await expect(page.getByRole('heading', { name: ticket.title })).toBeVisible()
  const link = page.getByRole('link', { name: 'out' }).first()
  await expect(link).toHaveAttribute('rel', /noopener/)
  await expect(page.getByRole('region', { name: 'Thread' }).locator('img, script, iframe, svg[onload]')).toHaveCount(0)
  await expect(page.locator('a[href^="javascript:"], a[href^="data:"]')).toHaveCount(0)
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  expect(elsewhere).toEqual([])
})

test('a ticket is shared and followed; who it is shared with sees it arrive', async ({ browser }) => {
  const ticket = await logged('Shared with Finance')
  const finance = await signIn(browser, 'lead.finance', 'desk', { at: '/tickets' })
  const { name } = await finance.api<{ name: string }>('/auth/me')
  const { page } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  const watchers = page.getByRole('region', { name: 'Watchers' })
  await watchers.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(watchers.getByRole('button', { name: 'Stop watching' })).toBeVisible()

  await watchers.getByRole('button', { name: 'Share' }).click()
  await watchers.getByRole('combobox', { name: 'Share with' }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await expect(watchers.getByRole('link', { name })).toBeVisible()
  await expect(finance.page.getByText(`shared ${ticket.key} with you`).first()).toBeVisible()
  await finance.page.goto(`/tickets/${ticket.id}`)
  await expect(finance.page.getByRole('heading', { name: ticket.title })).toBeVisible()
  await expectUsable(page, 'ticket with watchers')

  await watchers.getByRole('button', { name: `No longer share with ${name}` }).click()
  await expect(finance.page.getByRole('heading', { name: `${ticket.key} is no longer yours to see` })).toBeVisible()
})

test('what was typed in a dialog survives the ticket being taken away', async ({ browser }) => {
  const ticket = await logged('Taken away while resolving')
  const finance = await signIn(browser, 'lead.finance', 'desk')
  const me = await finance.api<{ id: string }>('/auth/me')
  const manager = await apiFor('manager')
  await manager(`/tickets/${ticket.id}/assign`, { userId: me.id })
  await finance.page.goto(`/tickets/${ticket.id}`)
  await finance.page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await finance.page.getByRole('textbox', { name: 'How was it resolved?' }).fill('Refunded by hand, reference 4711')
  const technology = await (await apiFor('lead.technology'))<{ id: string }>('/auth/me')
  await manager(`/tickets/${ticket.id}/assign`, { userId: technology.id })

  await expect(finance.page.getByRole('heading', { name: `${ticket.key} is no longer yours to see` })).toBeVisible()
  await expect(finance.page.getByRole('region', { name: 'What you were writing' })).toContainText('reference 4711')
})

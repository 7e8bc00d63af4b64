import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { expectUsable } from '../usable.ts'

// several pages each
test.slow()

const layout = (page: Page, name: string) => page.getByRole('group', { name: 'Layout' }).getByRole('button', { name })

test('list, board and calendar show the same tickets; filters and selection stay, counts agree', async ({
  browser,
}) => {
  const title = `Steam in the corridor ${crypto.randomUUID().slice(0, 8)}`
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk')
  const tickets: LoggedTicket[] = []
  for (let n = 0; n < 6; n++) tickets.push(await logTicket(api, `${title}, ${n}`))
  const [first, second, third] = tickets
  await api(`/tickets/${third?.id}/resolve`, { note: 'Valve closed' })
  await page.goto(`/tickets?view=all&filter=${encodeURIComponent(`title:"${title}"`)}`)

  const counts = page.getByRole('list', { name: 'Tickets by status' })
  await expect(counts.getByRole('button', { name: 'Assigned 5' })).toBeVisible()
  await expect(counts.getByRole('button', { name: 'Resolved 1' })).toBeVisible()
  await counts.getByRole('button', { name: 'Resolved 1' }).click()
  await expect(page.getByRole('link', { name: `${title}, 2` })).toBeVisible()
  await expect(page.getByRole('link', { name: `${title}, 1` })).toHaveCount(0)
  await counts.getByRole('button', { name: 'Resolved 1' }).click()
  for (const ticket of [first, second]) await page.getByRole('checkbox', { name: `Select ${ticket?.key}` }).check()

  await layout(page, 'Board').click()
  await expect(page).toHaveURL(/layout=board.*|.*filter=/)
  await expect(page.getByRole('region', { name: 'Assigned, 5' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Resolved, 1' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: `Select ${first?.key}` })).toBeChecked()
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  await expect(bar).toContainText('2 tickets selected')

  await test.step('a month by creation: what does not fit is counted, and a click away', async () => {
    await layout(page, 'Calendar').click()
    await expect(bar).toContainText('2 tickets selected')
    await page.getByRole('button', { name: 'By: Due' }).click()
    await page.getByRole('menuitemradio', { name: 'Created' }).click()
    await expect(page).toHaveURL(/by=created/)
    await expect(page.getByText('6 tickets in these days')).toBeVisible()
    await expectUsable(page, 'month')
    await page.getByRole('link', { name: /^\+2 more on / }).click()
    await expect(page).toHaveURL(/span=day/)
    for (const ticket of tickets) await expect(page.getByRole('link', { name: ticket.title })).toBeVisible()
    await expectUsable(page, 'day')
  })

  await test.step('a week, by keys, and into a ticket and back', async () => {
    await page.getByRole('group', { name: 'Span' }).getByRole('button', { name: 'Week' }).click()
    const entry = page.getByRole('link', { name: `${title}, 0` })
    await expect(entry).toBeVisible()
    await expectUsable(page, 'week')
    await page.getByRole('button', { name: 'Next week' }).click()
    await expect(page.getByText('0 tickets in these days')).toBeVisible()
    await expect(page.getByText('No ticket of this view was created in these days.')).toBeVisible()
    await expectUsable(page, 'a week without tickets')
    await page.getByRole('link', { name: /^The latest before: / }).click()
    await expect(entry).toBeVisible()
    await page.getByRole('button', { name: 'Today' }).click()
    await expect(entry).toBeVisible()
    await page.keyboard.press('j')
    const focused = page.locator('[data-ticket]:focus')
    await expect(focused).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await page.keyboard.press('p')
    await page.getByRole('menuitemradio', { name: 'Critical' }).press('Enter')
    await expect(page.getByText(/has critical priority/)).toBeVisible()
    await expect(focused).toBeVisible()
    await page.keyboard.press('s')
    await expect(page.getByRole('menuitem', { name: 'In progress' })).toBeFocused()
    await page.keyboard.press('Enter')
    // another icon, at once
    await expect(focused).toContainText('In progress')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    await expect(bar).toContainText('3 tickets selected')
    await page.keyboard.press('t')
    await expect(page.getByRole('dialog', { name: 'Tag 3 tickets' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(focused).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/span=week/)
  })

  await test.step('by due time only what is open is due; a copied link shows the same, and a phone a day at a time', async () => {
    await page.goto(page.url().replace('by=created', 'by=due').replace('span=week', 'span=month'))
    await expect(page.getByText('5 tickets in these days')).toBeVisible()
    await page.setViewportSize({ width: 360, height: 780 })
    await expect(page.getByRole('navigation', { name: 'Days' }).getByRole('link')).toHaveCount(7)
    await expectUsable(page, 'calendar on a phone')
  })

  await test.step('where nothing matches, the calendar says so as the list does', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`/tickets?view=all&layout=calendar&filter=${encodeURIComponent(`title:"${title} not"`)}`)
    await expect(page.getByRole('heading', { name: 'No ticket matches these filters' })).toBeVisible()
    await page.getByRole('button', { name: 'Remove all filters' }).click()
    await expect(page).toHaveURL(/layout=calendar/)
    await expect(page.getByRole('button', { name: 'Next month' })).toBeVisible()
  })
})

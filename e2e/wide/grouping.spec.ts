import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

const head = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

test('the list stands under heads with counts; groups open by keys, hold a selection, and follow what happens', async ({
  browser,
}) => {
  // the tickets of one new person: what others log meanwhile is not counted
  const person = await newPerson('manager')
  const { page, api } = await signIn(browser, person, 'desk')
  const [critical, low] = [`Locker jammed ${Date.now()}`, `शावर में गरम पानी नहीं आ रहा है ${Date.now()}`]
  await logTicket(api, low, { priority: 'low' })
  await logTicket(api, `${low} 2`, { priority: 'low' })
  // the newest, so that it belongs above the others wherever it goes
  await logTicket(api, critical, { priority: 'critical' })
  await page.goto('/tickets?filter=reporter:me')
  await expect(link(page, critical)).toBeVisible()

  await test.step('chosen where the display is chosen, and said by the address', async () => {
    await page.getByRole('button', { name: 'Display' }).press('Enter')
    await page.getByRole('combobox', { name: 'Group by' }).click()
    await page.getByRole('option', { name: 'Priority' }).click()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/group=priority/)
    await expect(head(page, 'Critical')).toHaveAccessibleName(/1 ticket$/)
    await expect(head(page, 'Low')).toHaveAccessibleName(/2 tickets$/)
    // so few are all open
    await expect(link(page, `${low} 2`)).toBeVisible()
    await expect(page.getByText('3 in 2 groups')).toBeVisible()
    await expectUsable(page, 'the grouped list')
  })

  await test.step('J and K go over heads and rows, the arrows open and close', async () => {
    await head(page, 'Critical').focus()
    await page.keyboard.press('j')
    await expect(link(page, critical)).toBeFocused()
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await expect(head(page, 'Low')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(head(page, 'Low')).toHaveAttribute('aria-expanded', 'false')
    await expect(link(page, low)).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(link(page, low)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(link(page, low)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(link(page, low)).toBeVisible()
    await page.keyboard.press('k')
    await expect(link(page, critical)).toBeFocused()
  })

  await test.step('a range goes from one group into the next', async () => {
    await link(page, low).focus()
    await page.keyboard.press('Shift+X')
    await expect(page.getByText('3 tickets selected')).toBeVisible()
    await page.getByRole('button', { name: 'Clear', exact: true }).last().click()
    await expect(page.getByText('3 tickets selected')).toBeHidden()
  })

  await test.step('what changes moves the counts; the row stays where it is, and what came waits', async () => {
    const row = page.getByRole('row').filter({ has: link(page, critical) })
    const place = await row.boundingBox()
    await link(page, critical).focus()
    await page.keyboard.press('p')
    await page.getByRole('menuitemradio', { name: 'Low' }).press('Enter')
    await expect(row).toContainText('Left this view')
    await expect(head(page, 'Low')).toHaveAccessibleName(/3 tickets$/)
    expect(await row.boundingBox()).toEqual(place)
    await page.getByRole('button', { name: '1 new', exact: true }).click()
    await expect(page.getByRole('row').filter({ has: link(page, critical) })).toHaveCount(2)
  })

  await test.step('closed groups are still closed on coming back, another way to look at it keeps them', async () => {
    await page.reload()
    await expect(head(page, 'Low')).toHaveAccessibleName(/3 tickets$/)
    await expect(head(page, 'Critical')).toHaveCount(0)
    await logTicket(api, `${critical} again`, { priority: 'critical' })
    await page.getByRole('button', { name: '1 new group' }).click()
    await head(page, 'Critical').press('ArrowLeft')
    await link(page, low).click()
    await expect(page.getByRole('heading', { name: low })).toBeVisible()
    await page.goBack()
    await expect(link(page, low)).toBeFocused()
    await expect(head(page, 'Critical')).toHaveAttribute('aria-expanded', 'false')
    await page.getByRole('button', { name: 'Board' }).click()
    await expect(page).toHaveURL(/layout=board/)
    await page.getByRole('button', { name: 'List' }).click()
    await expect(head(page, 'Low')).toBeVisible()
  })

  await test.step('a file says that it has no groups', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('without its groups')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('on a phone the same stands in the sheet of the order, over cards', async () => {
    const phone = await signIn(browser, person, 'phone')
    await phone.page.goto('/tickets?filter=reporter:me')
    await expect(link(phone.page, low)).toBeVisible()
    await phone.page.getByRole('button', { name: /^Sort/ }).tap()
    await phone.page.getByRole('menuitemradio', { name: 'Assignee' }).tap()
    await expect(phone.page).toHaveURL(/group=assignee/)
    await expect(link(phone.page, low)).toBeVisible()
    const open = phone.page.getByRole('button', { expanded: true }).first()
    expect((await open.boundingBox())?.height).toBeGreaterThanOrEqual(43)
    await expectUsable(phone.page, 'the grouped list on a phone')
    await open.tap()
    await expect(phone.page.getByRole('button', { expanded: false }).first()).toBeVisible()
    await withoutSeriousFindings(phone.page, 'a closed group on a phone')
  })
})

test('the head of a long group stays in sight, and its rows come page after page', async ({ browser }) => {
  const { page } = await signIn(browser, 'manager', 'desk')
  await page.goto('/tickets?view=all&group=status')
  const heads = page.locator('[data-group]')
  await expect(heads.first()).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('link').and(page.locator('[data-ticket]')).first()).toBeVisible()
  // in the midst of 100,000 tickets each is long
  await heads.first().click()
  await heads.last().click()
  await expect(heads.last()).toHaveAttribute('aria-expanded', 'true')
  await withoutSeriousFindings(page, 'groups by status')
  const total = Number((await heads.last().locator('.num').textContent())?.replace(/\D/g, ''))
  if (total > 50) {
    const scroller = page.locator('.overflow-auto', { has: page.getByRole('table', { name: 'Tickets' }) })
    await expect(page.locator('[data-ticket]').first()).toBeAttached()
    const top = (await scroller.boundingBox())?.y ?? 0
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect.poll(async () => page.locator('[data-row="50"]').count()).toBeGreaterThan(0)
    await expect.poll(async () => Math.round(((await heads.last().boundingBox())?.y ?? 0) - top)).toBe(28)
  }
})

import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

const menu = (page: Page) => page.getByRole('menu', { name: 'Quick actions' })
const item = (page: Page, name: string | RegExp) => menu(page).getByRole('menuitem', { name })
const oftenUsed = ['G M', 'G U', 'G F']

test('quick actions go on with what was begun, lead to one’s lists and back to recent tickets, by keys and by thumb', async ({
  browser,
}) => {
  const name = await newPerson('lead.technology')
  const desk = await signIn(browser, name, 'desk')
  const { page, api } = desk
  const begun = 'शावर में गरम पानी नहीं आ रहा है और क्लाइंट बहुत नाराज़ है, according to the desk'
  const seen = await logTicket(api, 'Seen a moment ago')
  await page.goto(`/tickets/${seen.id}`)
  await expect(page.getByRole('heading', { name: seen.title })).toBeVisible()

  await test.step('Q opens them from anywhere, at the first', async () => {
    await page.keyboard.press('q')
    await expect(item(page, /New ticket/)).toBeFocused()
    await expect(item(page, 'Export this list')).toHaveCount(0)
    await withoutSeriousFindings(page, 'quick actions', '[role=menu]')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/tickets\/new/)
  })

  await test.step('what was begun has its name, also before it reached the server', async () => {
    await page.getByLabel('Title').fill(begun)
    await page.getByRole('button', { name: 'Quick actions' }).focus()
    await page.keyboard.press('Enter')
    await expect(item(page, /New ticket|Continue/)).toHaveCount(0)
    await item(page, /^My tickets/).click()
    await expect(page).toHaveURL(/view=mine/)
    await page.mouse.move(0, 0)
    await page.keyboard.press('q')
    await expect(item(page, `Continue “${begun}”`)).toBeFocused()
  })

  await test.step('lists say how many there are, and all has the key the palette knows', async () => {
    await expect(
      menu(page).getByRole('menuitem', { name: /^(My tickets|My team, unassigned|Follow up today) [\d,]+/ }),
    ).toHaveCount(3)
    await expect(menu(page)).toContainText(new RegExp(oftenUsed.map((keys) => keys.replace(' ', '')).join('|')))
    await item(page, 'Export this list').click()
    await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await expect(page).toHaveURL(/view=follow-up/)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused()
    await page.keyboard.type('my team')
    await expect(page.getByRole('option', { name: /Go to my team, unassigned/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('and back to the ticket', async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // a mouse that rests where the menu opens chooses for itself
    await page.mouse.move(0, 0)
    await page.keyboard.press('q')
    await expect(item(page, /Continue/)).toBeFocused()
    await item(page, new RegExp(seen.key)).click()
    await expect(page.getByRole('heading', { name: seen.title })).toBeVisible()
  })

  await test.step('on a phone they come from below, within reach of the thumb', async () => {
    const phone = await signIn(browser, name, 'phone', { at: '/tickets' })
    const button = phone.page.getByRole('button', { name: 'Quick actions' })
    expect(await button.boundingBox()).toMatchObject({ width: 44, height: 44 })
    await button.tap()
    await expect(item(phone.page, `Continue “${begun}”`)).toBeVisible()
    await withoutSeriousFindings(phone.page, 'quick actions on a phone')
    const sheet = await menu(phone.page).boundingBox()
    expect((sheet?.x ?? 0) + (sheet?.width ?? 0)).toBeLessThanOrEqual(360)
    for (const row of await menu(phone.page).getByRole('menuitem').all())
      expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await item(phone.page, `Continue “${begun}”`).tap()
    await expect(phone.page.getByLabel('Title')).toHaveValue(begun)
  })
})

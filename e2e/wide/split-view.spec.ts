import { expect, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

test('a ticket opens beside its list, follows the keys, is as wide as one likes, and Esc leads back to its row', async ({
  browser,
}) => {
  const name = await newPerson('manager')
  const { page, context, api } = await signIn(browser, name, 'desk')
  const stamp = Date.now()
  const first = await logTicket(api, `Beside the list, first ${stamp}`)
  const second = await logTicket(api, `Beside the list, second ${stamp}`)
  await page.goto('/tickets?view=reported')
  const pane = page.getByRole('complementary', { name: 'Ticket beside the list' })
  const linkOf = (title: string) => page.getByRole('row').getByRole('link', { name: title })

  await test.step('Space looks at it, and away again', async () => {
    await expect(linkOf(second.title)).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await expect(pane.getByRole('heading', { name: second.title })).toBeVisible()
    await expect(linkOf(second.title)).toBeFocused()
    await page.keyboard.press('j')
    await expect(pane.getByRole('heading', { name: first.title })).toBeVisible()
    await withoutSeriousFindings(page, 'list and ticket')
    // the title keeps its room, and the facts stand beside what they are called
    await expect(page.getByRole('columnheader', { name: 'Created' })).toBeHidden()
    expect((await page.getByRole('columnheader', { name: 'Title' }).boundingBox())?.width).toBeGreaterThan(200)
    const [name, fact] = await Promise.all(
      ['Priority', 'Medium'].map((words) => pane.locator('dl').first().getByText(words, { exact: true }).boundingBox()),
    )
    expect(Math.abs((name?.y ?? 0) - (fact?.y ?? 99))).toBeLessThan(8)
    await page.keyboard.press('Escape')
    await expect(pane).toBeHidden()
    await expect(linkOf(first.title)).toBeFocused()
  })

  await test.step('switched on, a press on a row opens it there; the address says which', async () => {
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('switch', { name: 'Open tickets beside the list' }).click()
    await page.keyboard.press('Escape')
    await linkOf(second.title).click()
    await expect(pane.getByRole('heading', { name: second.title })).toBeVisible()
    expect(page.url()).toContain(`open=${second.id}`)
    await expect(linkOf(first.title)).toBeVisible()
  })

  await test.step('its edge moves with the arrow keys and the pointer, and is remembered', async () => {
    const edge = page.getByRole('separator', { name: 'Width of the ticket' })
    await expect(edge).toHaveAttribute('aria-valuenow', '472')
    await edge.press('ArrowLeft')
    await expect(edge).toHaveAttribute('aria-valuenow', '488')
    await edge.press('End')
    await expect(edge).toHaveAttribute('aria-valuenow', '420')
    const place = await edge.boundingBox()
    await page.mouse.move(place?.x ?? 0, 400)
    await page.mouse.down()
    await page.mouse.move((place?.x ?? 0) - 100, 400, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => Math.round((await pane.boundingBox())?.width ?? 0)).toBe(521)
    await page.reload()
    await expect(pane.getByRole('heading', { name: second.title })).toBeVisible()
    await expect(edge).toHaveAttribute('aria-valuenow', '521')
  })

  await test.step('one writes in it, and a phone opens the same link as a page', async () => {
    await pane.getByRole('textbox').first().fill('The other one is fine; j and k are only letters here')
    await page.keyboard.press('Control+Enter')
    await expect(pane.getByText('only letters here')).toBeVisible()
    const phone = await signIn(browser, name, 'phone')
    await phone.page.goto(`/tickets?view=reported&open=${second.id}`)
    await phone.page.waitForURL(`**/tickets/${second.id}`)
    await phone.context.close()
  })
  await context.close()
})

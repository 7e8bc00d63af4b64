import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

test('the list shows the columns somebody chose, in their order, by keys alone, and a link shows the same', async ({
  browser,
}) => {
  const name = await newPerson('manager')
  const { page, context, api } = await signIn(browser, name, 'desk')
  const title = `Mirror came loose ${Date.now()}`
  await logTicket(api, title, { source: 'whatsapp' })
  await page.goto('/tickets?view=reported')
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toBeVisible()

  const heads = async () => (await page.getByRole('columnheader').allTextContents()).slice(1)
  await test.step('a column is found by typing, a question of a form like any other', async () => {
    await page.getByRole('button', { name: 'Display' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Display' })
    await dialog.getByRole('searchbox', { name: 'Find a column' }).fill('sour')
    await dialog.getByRole('checkbox', { name: 'Source' }).press('Space')
    await expect(row).toContainText('WhatsApp')
    await dialog.getByRole('searchbox').fill('credits ded')
    await dialog.getByRole('checkbox', { name: /credits deducted/i }).press('Space')
    await expect(page.getByRole('columnheader').last()).toContainText(/credits deducted/i)
    await expect(row).toContainText('No')
    await dialog.getByRole('searchbox').fill('')
    await dialog.getByRole('checkbox', { name: 'Studio', exact: true }).press('Space')
    await expect(page.getByRole('columnheader', { name: 'Studio', exact: true })).toBeHidden()
    await withoutSeriousFindings(page, 'the columns')
  })

  await test.step('and taken to another place with the arrow keys, or pulled there', async () => {
    const handle = page.getByRole('button', { name: 'Move Source' })
    for (let n = 0; n < 5; n++) await handle.press('ArrowUp')
    await expect(page.getByText('Source: 3 of 9')).toBeAttached()
    await expect(handle).toBeFocused()
    expect((await heads()).slice(0, 4)).toEqual(['No.', 'Title', 'Source', 'Status'])
    const [from, to] = await Promise.all([
      page.getByRole('button', { name: 'Move Priority' }).boundingBox(),
      page.getByRole('button', { name: 'Move No.' }).boundingBox(),
    ])
    await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 8, (to?.y ?? 0) + 8, { steps: 8 })
    await page.mouse.up()
    await expect(page.getByRole('columnheader').nth(1)).toHaveText('Priority')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Display' })).toBeFocused()
  })

  await test.step('the address says it, and without one this device knows', async () => {
    const chosen = await heads()
    const address = page.url()
    expect(address).toContain('columns=priority')
    await page.goto('/tickets?view=reported')
    await expect(row).toBeVisible()
    await expect.poll(heads).toEqual(chosen)
    const other = await signIn(browser, 'manager', 'desk')
    await other.page.goto(address)
    await expect(other.page.getByRole('columnheader', { name: 'Source' })).toBeVisible()
    await expect(other.page.getByRole('columnheader')).toHaveText(['Select', ...chosen])
    await other.context.close()
  })

  await test.step('rows are compact or comfortable', async () => {
    const heightOf = async () => (await row.boundingBox())?.height
    expect(await heightOf()).toBe(32)
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('radio', { name: 'Comfortable' }).click()
    await expect.poll(heightOf).toBe(40)
    await page.getByRole('button', { name: 'Back to the usual columns' }).click()
    await expect.poll(heads).toEqual(['No.', 'Title', 'Status', 'Priority', 'Due', 'Assignee', 'Studio', 'Created'])
    await page.keyboard.press('Escape')
  })

  await test.step('a head sorts, there and back', async () => {
    const head = page.getByRole('columnheader', { name: 'Created' })
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    expect(page.url()).toContain('sort=createdAt')
    await page.getByRole('columnheader', { name: 'Due' }).getByRole('button').click()
    await expect(page.getByRole('columnheader', { name: 'Due' })).toHaveAttribute('aria-sort', 'ascending')
  })
  await withoutSidewaysScrolling(page)
  await context.close()
})

/** Many columns scroll inside the list, never the page. */
async function withoutSidewaysScrolling(page: Page) {
  await page.goto(
    '/tickets?view=all&columns=number,title,status,priority,due,response,team,studio,category,subcategory,client,reporter,source,mood,level,created,updated',
  )
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}

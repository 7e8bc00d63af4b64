import { expect, type Page, test } from '@playwright/test'

const title = `Kettlebell rack wobbles (${Date.now()})`

test('sign in, log, find, take, answer and resolve without touching the mouse', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type('manager@physique57.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Physique57!demo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tickets')

  await test.step('C opens the form; the picker, the studio and the answers are chosen by keys', async () => {
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('c')
    await page.waitForURL('**/tickets/new')
    await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible()
    await tabTo(page, 'What is it about?')
    await page.keyboard.press('Enter')
    await page.keyboard.type('booking fail')
    await expect(page.getByRole('option').first()).toContainText('Booking Failures')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Studio')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.type('Sup')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Studio', { exact: true })).toContainText('Supreme HQ')
    await tabTo(page, 'Title optional')
    await page.keyboard.type(title)
  })

  await test.step('what is missing is led to by a link', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'One answer to correct' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  })

  await test.step('Escape leads back to the list, J and Enter into the newest ticket', async () => {
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/tickets(\?|$)/)
    await expect(page.getByRole('link', { name: title })).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByRole('link', { name: title })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  })

  await test.step('A assigns, R replies', async () => {
    await page.keyboard.press('a')
    await expect(page.getByRole('combobox', { name: 'Find a person or team' })).toBeFocused()
    await page.keyboard.type('me')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Why me?' })).toBeVisible()
    await page.keyboard.press('r')
    await page.keyboard.type('Held by hand until the rack is screwed down; c and j are only letters here')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('only letters here').first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Reply to client' })).toHaveValue('')
  })

  await test.step('S leads to resolving', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    await page.getByRole('menuitem', { name: 'Resolved' }).waitFor()
    await page.keyboard.type('Res')
    await page.keyboard.press('Enter')
    const note = page.getByRole('textbox', { name: 'How was it resolved?' })
    await expect(note).toBeFocused()
    await page.keyboard.type('Rack screwed to the wall')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('Resolved').first()).toBeVisible()
  })
})

/** Presses Tab until the control of this label has the focus, as somebody would. */
async function tabTo(page: Page, label: string) {
  const control = page.getByLabel(label, { exact: true })
  for (let presses = 0; presses < 40; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${label} cannot be reached with Tab`)
}

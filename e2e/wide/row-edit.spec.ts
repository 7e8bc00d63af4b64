import { expect, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

test('a row is changed by keys where it stands: at once, with a way back, and restored when it fails', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk')
  const title = `Reformer spring squeaks ${Date.now()}`
  const { id } = await logTicket(api, title)
  const tag = `${Date.now()}`
  await page.goto('/tickets?view=reported&columns=title,status,priority,assignee,tag')
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  const link = row.getByRole('link')
  await expect(link).toBeFocused()

  await test.step('S opens what it may become; the row says so before the answer is there', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route(`**/api/tickets/${id}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback()
      expect(route.request().headers()['if-match']).toMatch(/^"\d+"$/)
      await answered
      return route.continue()
    })
    await page.keyboard.press('s')
    await expect(page.getByRole('menuitem', { name: 'In progress' })).toBeFocused()
    await withoutSeriousFindings(page, 'the statuses of a row')
    await page.keyboard.press('Enter')
    await expect(row).toContainText('In progress')
    await expect(link).toBeFocused()
    answer()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(row).toContainText('Assigned')
    await page.unroute(`**/api/tickets/${id}`)
  })

  await test.step('what fails is as before, and can be tried again', async () => {
    await page.route(`**/api/tickets/${id}`, (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            json: { type: 'about:blank', title: 'Broken', status: 500, code: 'internal', requestId: 'r-1' },
          })
        : route.fallback(),
    )
    await link.focus()
    await page.keyboard.press('p')
    await expect(page.getByRole('menuitemradio', { name: 'Critical' })).toBeVisible()
    await page.getByRole('menuitemradio', { name: 'Critical' }).press('Enter')
    const retry = page.getByRole('button', { name: 'Retry' })
    await expect(retry).toBeVisible()
    await expect(row).toContainText('Medium')
    await page.unroute(`**/api/tickets/${id}`)
    await retry.click()
    await expect(row).toContainText('Critical')
  })

  await test.step('A finds a colleague by name, I takes it oneself', async () => {
    await link.focus()
    await page.keyboard.press('a')
    await expect(page.getByRole('combobox', { name: 'Find a person or team' })).toBeFocused()
    await page.keyboard.type('facilities')
    await expect(page.getByRole('option').first()).toBeVisible()
    await withoutSeriousFindings(page, 'who gets a row')
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
    await page.keyboard.press('i')
    await expect(row.getByRole('button', { name: /^Assignee: .*New manager/ })).toBeVisible()
  })

  await test.step('T changes its tags: each at once, with a way back, and what somebody else changed is told', async () => {
    await link.focus()
    await page.keyboard.press('t')
    const tags = page.getByRole('dialog', { name: 'Tags' })
    const search = tags.getByRole('combobox', { name: 'Add a tag' })
    await expect(search).toBeFocused()
    await page.keyboard.type(`spring ${tag}`)
    await expect(page.getByRole('option', { name: `spring ${tag} new tag` })).toBeVisible()
    await withoutSeriousFindings(page, 'the tags of a row', '[role="dialog"]')
    await page.keyboard.press('Enter')
    await expect(tags.getByRole('list', { name: 'Tags' })).toHaveText(`spring ${tag}`)
    await expect(row.getByRole('button', { name: /^Tags/ })).toContainText(`spring ${tag}`)
    await expect(page.getByText(`is tagged spring ${tag}`)).toBeVisible()
    await api(`/tickets/${id}`, { priority: 'low' }, 'PATCH')
    await page.route(`**/api/tickets/${id}`, (route) =>
      route.fallback({ headers: { ...route.request().headers(), 'if-match': '"1"' } }),
    )
    await tags.getByRole('button', { name: `Remove the tag spring ${tag}` }).click()
    await expect(page.getByText('Somebody changed this ticket meanwhile')).toBeVisible()
    await expect(row.getByRole('button', { name: /^Tags/ })).toContainText(`spring ${tag}`)
    await page.unroute(`**/api/tickets/${id}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(tags).toBeHidden()
    await row.getByRole('button', { name: /^Tags/ }).click()
    await tags.getByRole('button', { name: `Remove the tag spring ${tag}` }).click()
    await expect(page.getByText('has no tags')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(tags).toBeHidden()
    await expect(link).toBeFocused()
    expect((await api<{ tags: string[] }>(`/tickets/${id}`)).tags).toEqual([])
  })

  await test.step('a press on the cell does the same; resolving asks how, and Esc leads back to the row', async () => {
    await row.getByRole('button', { name: /^Status/ }).click()
    await page.getByRole('menuitem', { name: 'Resolved' }).click()
    const note = page.getByRole('textbox', { name: 'How was it resolved?' })
    await note.fill('Spring oiled')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(row).toContainText('Resolved')
    expect((await api<{ status: string }>(`/tickets/${id}`)).status).toBe('resolved')
  })
})

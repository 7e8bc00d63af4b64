import { expect, test } from '@playwright/test'
import { apiFor, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings } from '../usable.ts'

// several pages each
test.slow()

test('rows chosen by keyboard and pointer are changed together, what is refused says why, and all is taken back', async ({
  browser,
}) => {
  const api = await apiFor('member1.operations')
  // no other ticket comes between them
  const word = `Many at once ${Date.now()}`
  const tickets = [
    await logTicket(api, `${word}, one`),
    await logTicket(api, `${word}, two`),
    await logTicket(api, `${word}, three`),
  ]
  const [one, two, three] = tickets as [(typeof tickets)[0], (typeof tickets)[0], (typeof tickets)[0]]
  const { page, api: asManager } = await signIn(browser, 'manager', 'desk')
  const me = await asManager<{ name: string }>('/auth/me')
  // where a resolved one stays
  await page.goto(`/tickets?view=all&q=${encodeURIComponent(`"${word}"`)}`)
  const row = (ticket: (typeof tickets)[0]) => page.getByRole('row').filter({ hasText: ticket.title })
  await expect(row(one)).toBeVisible()

  await page.getByRole('link', { name: three.title }).focus()
  await page.keyboard.press('x')
  await page.getByRole('link', { name: one.title }).focus()
  await page.keyboard.press('Shift+X')
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  for (const ticket of tickets) await expect(page.getByRole('checkbox', { name: `Select ${ticket.key}` })).toBeChecked()
  await expectUsable(page, 'list with a selection')
  await test.step('the keys of a row are for all of them, and the focus stays where it was', async () => {
    await page.keyboard.press('Shift+?')
    const shortcuts = page.getByRole('dialog', { name: 'Shortcuts' })
    await expect(shortcuts.getByText('Assign them to me')).toBeVisible()
    await expect(shortcuts.getByText('Change status', { exact: true })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(shortcuts).toHaveCount(0)
    const link = page.getByRole('link', { name: one.title })
    await expect(link).toBeFocused()
    await page.keyboard.press('s')
    await expect(page.getByRole('menuitem', { name: 'In progress' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
    for (const [key, title] of [
      ['a', 'Assign 3 tickets'],
      ['t', 'Tag 3 tickets'],
    ] as const) {
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog', { name: title })
      await expect(dialog).toBeVisible()
      await page.keyboard.type('sip')
      await page.keyboard.press('Escape')
      if (await dialog.isVisible()) await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(link).toBeFocused()
    }
    await page.keyboard.press('p')
    await expect(page.getByRole('menuitem', { name: 'Critical' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 tickets changed')).toBeVisible({ timeout: 30_000 })
    await expect(link).toBeFocused()
    for (const ticket of tickets) await expect(row(ticket)).toContainText('Critical')
  })

  await test.step('I takes all of them at once, and Undo gives them back', async () => {
    await page.keyboard.press('x')
    await page.getByRole('link', { name: two.title }).focus()
    await page.keyboard.press('x')
    await expect(bar).toContainText('2 tickets selected')
    await page.keyboard.press('i')
    await expect(page.getByText('2 tickets changed')).toBeVisible({ timeout: 30_000 })
    for (const ticket of [one, two]) {
      await expect(row(ticket).getByRole('button', { name: `Assignee: ${me.name}` })).toBeVisible()
    }
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect(page.getByText('2 tickets as before')).toBeVisible({ timeout: 30_000 })
    await expect(row(one).getByRole('button', { name: `Assignee: ${me.name}` })).toHaveCount(0)
  })

  await test.step('Shift+A takes all that match, Esc lets go of them, and so does the button', async () => {
    await page.getByRole('link', { name: one.title }).focus()
    await page.keyboard.press('x')
    await expect(bar).toContainText('1 ticket selected')
    await page.keyboard.press('Shift+A')
    await expect(bar).toContainText('3 tickets selected')
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(page.getByRole('link', { name: one.title })).toBeFocused()
    await page.getByRole('checkbox', { name: `Select ${one.key}` }).check()
    await bar.getByRole('button', { name: 'Clear' }).click()
    await expect(bar).toHaveCount(0)
  })

  for (const ticket of [one, two]) await page.getByRole('checkbox', { name: `Select ${ticket.key}` }).check()
  await expect(bar).toContainText('2 tickets selected')
  const admin = await apiFor('admin')
  await admin(`/tickets/${two.id}/resolve`, { note: 'Done meanwhile' })
  await bar.getByRole('button', { name: 'Priority' }).click()
  await page.getByRole('menuitem', { name: 'Low' }).click()

  const refused = page.getByRole('dialog', { name: '1 of 2 refused' })
  await expect(refused).toContainText(two.key)
  await expect(refused).toContainText('This ticket is resolved. Reopen it first.')
  await expectUsable(page, 'what was refused')
  await refused.getByRole('button', { name: 'Undo the others' }).click()
  await expect(page.getByText('1 ticket as before')).toBeVisible({ timeout: 30_000 })
  await expect(row(one)).toContainText('Critical')
  await expect(row(two)).toContainText('Resolved')
})

test('all that match a filter are assigned in the background; who goes elsewhere and comes back finds how far it is and how it ended', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, 'lead.technology', 'desk', { at: '/tickets' })
  const first = page.getByRole('checkbox', { name: /^Select P57/ }).first()
  await first.check()
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  await bar.getByRole('button', { name: /^Select all/ }).click()
  await bar.getByRole('button', { name: 'Assign', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Assign [\d,]+ tickets$/ })
  await dialog.getByRole('combobox', { name: 'Assign to' }).fill('By the rules')
  await page.getByRole('option', { name: 'By the rules' }).click()
  // for whoever looks on it takes its time
  const latest = '**/api/bulk-operations'
  await page.route(latest, async (route) => {
    const response = await route.fetch()
    const { items } = await response.json()
    await route.fulfill({ json: { items: items.map((each: object) => ({ ...each, finishedAt: null })) } })
  })
  await dialog.getByRole('button', { name: /^Assign [\d,]+ tickets$/ }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('link', { name: 'Notifications' }).first().click()
  await expect(page).toHaveURL(/notifications/)
  await expect(page.getByRole('progressbar', { name: 'Changing tickets' }).first()).toBeVisible()

  const [operation] = (await api<{ items: { id: string; total: number }[] }>('/bulk-operations')).items
  // in the midst of 100,000 tickets many match
  const timeout = 40_000 + (operation?.total ?? 0) * 150
  test.setTimeout(60_000 + 2 * timeout)
  await expect
    .poll(async () => (await api<{ finishedAt: string | null }>(`/bulk-operations/${operation?.id}`)).finishedAt, {
      timeout,
    })
    .not.toBeNull()
  const ended = await api<{ changed: number; refused: number }>(`/bulk-operations/${operation?.id}`)
  expect(ended.changed + ended.refused).toBe(operation?.total)

  await page.reload()
  await expect(page.getByRole('progressbar', { name: 'Changing tickets' }).first()).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  await expect(page.getByText(/^[\d,]+ tickets? changed/)).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible()
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Changes to many tickets' }).click()
  const kept = page.getByRole('dialog', { name: 'Changes to many tickets' })
  await expect(kept.getByRole('listitem').first()).toContainText(
    `Assigned: ${operation?.total.toLocaleString('en-IN')} tickets`,
  )
  await expectUsable(page, 'changes to many tickets')
  await kept.getByRole('button', { name: 'Undo' }).first().click()
  await expect(kept.getByRole('listitem').first()).toContainText('Taken back')
  await expect(kept.getByRole('listitem').first()).toContainText('as before', { timeout })
})

test('chosen tickets are tagged, resolved with a note and reopened together', async ({ browser }) => {
  const word = `batch ${Date.now()}`
  const reporter = await apiFor('member1.operations')
  const tickets = [await logTicket(reporter, `One of a ${word}`), await logTicket(reporter, `Two of a ${word}`)]
  const { page, api } = await signIn(browser, 'manager', 'desk')
  await page.goto(`/tickets?view=all&q=${encodeURIComponent(`"${word}"`)}`)
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  const chooseBoth = async () => {
    for (const { key } of tickets) await page.getByRole('checkbox', { name: `Select ${key}` }).check()
    await expect(bar).toContainText('2 tickets selected')
  }

  await chooseBoth()
  await bar.getByRole('button', { name: 'Tags' }).click()
  const tagging = page.getByRole('dialog', { name: 'Tag 2 tickets' })
  await expect(tagging.getByRole('combobox', { name: 'Add', exact: true })).toBeFocused()
  await tagging.getByRole('button', { name: 'Tag 2 tickets' }).click()
  await expect(tagging).toContainText('Choose a tag to add or remove.')
  await tagging.getByRole('combobox', { name: 'Add', exact: true }).fill(word)
  await page.getByRole('option', { name: `${word} new tag` }).click()
  await expect(tagging.getByRole('list', { name: 'Tags' })).toHaveText(word)
  await withoutSeriousFindings(page, 'tagging many')
  await tagging.getByRole('button', { name: 'Tag 2 tickets' }).click()
  await expect(page.getByText('2 tickets changed')).toBeVisible({ timeout: 30_000 })
  await expect(bar).toHaveCount(0)

  for (const { id } of tickets) expect((await api<{ tags: string[] }>(`/tickets/${id}`)).tags).toEqual([word])
  for (const [choice, verb, words, status] of [
    ['Resolved…', 'Resolve', 'The vendor did both', 'Resolved'],
    ['Reopened…', 'Reopen', 'Both are back', 'Reopened'],
  ] as const) {
    await chooseBoth()
    await bar.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: choice }).click()
    const dialog = page.getByRole('dialog', { name: `${verb} 2 tickets` })
    await withoutSeriousFindings(page, `${verb} many`)
    await dialog.getByRole('textbox').fill(words)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    for (const { title } of tickets) {
      await expect(page.getByRole('row').filter({ hasText: title })).toContainText(status, { timeout: 30_000 })
    }
  }
})

import { expect, type Page, test } from '@playwright/test'
import { type ApiCall, apiFor, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { devices, expectUsable, withoutSmallTargets } from '../usable.ts'

for (const device of devices) {
  test(`notification preferences can be used by everybody: ${device}`, async ({ browser }) => {
    const { page } = await signIn(browser, 'lead.training', device)
    await page.goto('/notifications/preferences')
    await expect(page.getByRole('radiogroup', { name: 'Escalations, by mail' })).toBeVisible()
    await expectUsable(page, 'preferences')
    if (device === 'phone') await withoutSmallTargets(page)
  })
}

test('one click from the bell and from the inbox; chosen by keyboard, saved at once, taken back with Undo', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, 'member2.training', 'desk', { at: '/tickets' })
  await startOver(api)
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await page.getByRole('link', { name: 'Preferences' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notification preferences' })).toBeVisible()
  await page.goto('/notifications')
  await page.getByRole('link', { name: 'Preferences' }).click()

  const replies = page.getByRole('radiogroup', { name: 'Replies and notes, by mail' })
  await expect(replies.getByRole('radio', { name: 'At once' })).toBeChecked()
  await replies.getByRole('radio', { name: 'At once' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(replies.getByRole('radio', { name: 'Digest' })).toBeChecked()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(replies.getByRole('radio', { name: 'Digest' })).toBeChecked()

  const status = page.getByRole('radiogroup', { name: 'Status, by mail' })
  await status.getByRole('radio', { name: 'Digest' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('As it was before')).toBeVisible()
  await expect(status.getByRole('radio', { name: 'Off' })).toBeChecked()
  await expect(replies.getByRole('radio', { name: 'Digest' })).toBeChecked()
})

test('the time of the digest and quiet hours are kept', async ({ browser }) => {
  const { page, api } = await signIn(browser, 'member3.training', 'phone')
  await startOver(api)
  await page.goto('/notifications/preferences')
  await page.getByLabel('At', { exact: true }).click()
  await page.getByRole('option', { name: '18:30' }).click()
  await dismissSaved(page)
  const quiet = page.getByRole('checkbox', { name: /Keep mail for later/ })
  await quiet.click()
  await expect(quiet).toBeChecked()
  await dismissSaved(page)
  await page.getByLabel('From').click()
  const saved = page.waitForResponse((reply) => reply.request().postData()?.includes('"21:30"') ?? false)
  await page.getByRole('option', { name: '21:30' }).click()
  await saved

  await page.reload()
  await expect(page.getByLabel('At', { exact: true })).toContainText('18:30')
  await expect(page.getByLabel('From')).toContainText('21:30')
  await expect(page.getByLabel('To', { exact: true })).toContainText('07:00')
  await page.getByRole('radio', { name: 'Every hour' }).click()
  await expect(page.getByLabel('At', { exact: true })).toBeHidden()
})

test('what could not be saved is shown as it was, and can be tried again', async ({ browser }) => {
  const { page, api } = await signIn(browser, 'member4.training', 'desk')
  await startOver(api)
  await page.goto('/notifications/preferences')
  const resolved = page.getByRole('radiogroup', { name: 'Resolved, in the app' })
  await expect(resolved.getByRole('radio', { name: 'At once' })).toBeChecked()

  await page.route('**/api/notifications/preferences', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await resolved.getByRole('radio', { name: 'Off' }).click()
  await expect(page.getByText(/^Not saved/)).toBeVisible()
  await expect(resolved.getByRole('radio', { name: 'At once' })).toBeChecked()

  await page.unroute('**/api/notifications/preferences')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(resolved.getByRole('radio', { name: 'Off' })).toBeChecked()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('preferences that do not load say so and can be asked for again', async ({ browser }) => {
  const { page } = await signIn(browser, 'member1.training', 'desk')
  await page.route('**/api/notifications/preferences', (route) => route.abort())
  await page.goto('/notifications/preferences')
  await expect(page.getByRole('alert')).toContainText('Your preferences could not be loaded', { timeout: 20_000 })
  await page.unroute('**/api/notifications/preferences')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Status, by mail' })).toBeVisible()
})

test('news that is off in the app neither rings nor pops up; other news of the same ticket does', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, 'member2.sales', 'desk')
  await startOver(api)
  await page.goto('/notifications/preferences')
  await page.getByRole('radiogroup', { name: 'Replies and notes, in the app' }).getByText('Off').click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const ticket = await logTicket(api, 'Quiet about replies')
  const manager = await apiFor('manager')
  await manager(`/tickets/${ticket.id}/responses`, { kind: 'reply', body: 'On our way' })
  await manager(`/tickets/${ticket.id}/escalate`, { reason: 'A founder member waits' })
  await expect(page.getByText(/escalated .* to level 1/).first()).toBeVisible()
  await page.goto('/notifications')
  const group = page.getByRole('region', { name: ticket.title })
  await expect(group.getByText(/escalated/)).toBeVisible()
  await expect(group.getByText(/replied/)).toHaveCount(0)
})

/** As whoever never chose has it. */
const startOver = (api: ApiCall) =>
  api(
    '/notifications/preferences',
    {
      events: {
        response: { inApp: 'instant', mail: 'instant' },
        status: { mail: 'off' },
        resolved: { inApp: 'instant' },
      },
      digest: { every: 'day', at: '09:00' },
      quietHours: null,
    },
    'PATCH',
  )

async function dismissSaved(page: Page) {
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeHidden()
}

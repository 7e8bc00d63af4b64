import { expect, test } from '@playwright/test'
import { apiFor, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'

const half = 'I have spoken to the client and'

test('who changes what somebody else has just changed sees what is new, may try again, and keeps the reply being written', async ({
  browser,
}) => {
  const ticket = await logTicket(await apiFor('member1.operations'), 'Two people, one status')
  const { page } = await signIn(browser, 'lead.technology', 'desk')
  // news do not get through, as on a bad line
  await page.route('**/api/live', (route) => route.abort())
  await page.goto(`/tickets/${ticket.id}`)
  const reply = page.getByRole('textbox', { name: 'Reply to client' })
  await reply.fill(half)

  const manager = await apiFor('manager')
  await manager(`/tickets/${ticket.id}/escalate`, { reason: 'The client waits at the desk' })

  await page.getByRole('button', { name: /^Status/ }).click()
  await page.getByRole('menuitem', { name: 'In progress' }).click()
  await expect(page.getByText('Somebody changed this ticket meanwhile')).toBeVisible()
  await expect(page.getByText('Escalation: level 1')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Status: Assigned' })).toBeVisible()
  await expect(reply).toHaveValue(half)

  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  await expect(reply).toHaveValue(half)
})

test('the dialog one decides in says what changed since it was opened', async ({ browser }) => {
  const ticket = await logTicket(await apiFor('member1.operations'), 'Changed while resolving')
  const { page } = await signIn(browser, 'lead.technology', 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'How was it resolved?' }).fill('Booked by hand')

  const manager = await apiFor('manager')
  await manager(`/tickets/${ticket.id}/escalate`, { reason: 'Founder member' })
  await expect(dialog.getByText('Escalation is now: level 1')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'How was it resolved?' })).toHaveValue('Booked by hand')
})

test('a ticket that is taken away from somebody who is writing does not take the text with it', async ({ browser }) => {
  const ticket = await logTicket(await apiFor('member1.operations'), 'Taken away while writing')
  const names = ['member1.technology', 'member2.technology', 'member3.technology', 'lead.technology']
  const ids = await Promise.all(
    names.map(async (name) => (await (await apiFor(name))<{ id: string }>('/auth/me').catch(() => ({ id: '' }))).id),
  )
  const name = names[ids.indexOf(ticket.assignee?.id ?? 'nobody')]
  if (!name) throw new Error('the assignee is nobody of Technology')
  const { page } = await signIn(browser, name, 'desk')
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('textbox', { name: 'Reply to client' }).fill(half)

  const finance = await (await apiFor('lead.finance'))<{ id: string }>('/auth/me')
  const manager = await apiFor('manager')
  await manager(`/tickets/${ticket.id}/assign`, { userId: finance.id })

  await expect(page.getByRole('heading', { name: `${ticket.key} is no longer yours to see` })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you were writing' })).toContainText(half)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This ticket is not here' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you were writing' })).toContainText(half)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText(half)).toHaveCount(0)
})

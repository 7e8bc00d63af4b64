import { type Browser, expect, type Page, test } from '@playwright/test'
import { type ApiCall, apiFor, type Person, signIn } from '../people.ts'

interface Listed<T> {
  items: T[]
}
interface LoggedTicket {
  id: string
  key: string
  assignee: { id: string; name: string }
  team: { name: string }
}
interface HistoryEntry {
  actor: { name: string } | null
  sentence: string
}
interface Mail {
  person: { name: string } | null
  subject: string
  text: string
  status: string
}

const title = 'AC on the main floor blows warm air'

test('a front-desk colleague logs a broken AC on a phone; Facilities sees it at once, answers and resolves it', async ({
  browser,
}) => {
  test.slow()
  const desk = await signIn(browser, 'member1.operations', 'phone', { at: '/tickets' })
  const facilities = await everybodyIn(browser, [
    'lead.facilities',
    'member1.facilities',
    'member2.facilities',
    'member3.facilities',
  ])
  const admin = await apiFor('admin')

  await test.step('the desk finds Temperature Control by typing "ac" and fills the form wrongly', async () => {
    await openForm(desk.page)
    await desk.page.getByRole('button', { name: 'Log ticket' }).click()

    const summary = desk.page.getByRole('alert').filter({ hasText: 'answers to correct' })
    await expect(summary).toContainText('What is wrong')
    await expect(desk.page.getByLabel('Title')).toHaveValue(title)
  })

  await test.step('and then rightly', async () => {
    await answer(desk.page)
    await desk.page.getByRole('button', { name: 'Log ticket' }).click()
    await expect(desk.page.getByRole('heading', { name: title })).toBeVisible()
  })
  const id = new URL(desk.page.url()).pathname.split('/').at(-1) ?? ''
  const ticket = await desk.api<LoggedTicket>(`/tickets/${id}`)
  expect(ticket.team.name).toBe('Facilities')
  const reporter = await desk.api<{ name: string }>('/auth/me')
  const assignee = await whoeverIs(facilities, ticket.assignee.id)

  await test.step('whoever has it sees toast and bell without reloading', async () => {
    await expect(assignee.page.getByText(`${ticket.key} is yours`).first()).toBeVisible()
    await expect(assignee.page.getByRole('button', { name: /Notifications, \d+ unread/ })).toBeVisible()
  })

  // each is waited for, so that no two of them become one mail
  const [yours, replied, resolved] = [
    `to ${ticket.assignee.name}: ${ticket.key} is yours: ${title}`,
    `to ${reporter.name}: ${ticket.assignee.name} replied to the client on ${ticket.key}: ${title}`,
    `to ${reporter.name}: ${ticket.assignee.name} resolved ${ticket.key}: ${title}`,
  ]
  await test.step('and is mailed what was not read in the app at once', async () => {
    await expect.poll(() => mailsAbout(admin, ticket.key)).toEqual([yours])
  })

  // whoever looks at a ticket is not mailed about it
  await desk.page.goto('/tickets?view=reported')
  const card = desk.page.getByRole('listitem').filter({ hasText: title }).first()
  await expect(card).toBeVisible()

  await test.step('opens it from the bell and replies, of which the desk is mailed', async () => {
    await assignee.page.getByRole('button', { name: /Notifications/ }).click()
    await assignee.page
      .getByRole('link', { name: new RegExp(ticket.key) })
      .first()
      .click()
    await expect(assignee.page.getByRole('heading', { name: title })).toBeVisible()
    await reply(assignee.page, 'The technician comes at 9:00')
    await expect.poll(() => mailsAbout(admin, ticket.key)).toEqual([yours, replied])
  })

  await test.step('resolves it, and the desk sees that live in its list', async () => {
    await assignee.page.getByRole('button', { name: 'Resolve', exact: true }).click()
    const dialog = assignee.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'How was it resolved?' }).fill('Compressor replaced')
    await dialog.getByRole('checkbox', { name: 'The client was informed' }).check()
    await dialog.getByRole('button', { name: 'Resolve ticket' }).click()
    await expect(card).toContainText('Resolved')
  })

  await test.step('the outbox holds exactly the expected mails', async () => {
    await expect.poll(() => mailsAbout(admin, ticket.key)).toEqual([yours, replied, resolved])
    // one too many would have come by then
    await desk.page.waitForTimeout(3_000)
    expect(await mailsAbout(admin, ticket.key)).toEqual([yours, replied, resolved])
  })

  await test.step('the history reads like the story it was', async () => {
    const history = await desk.api<Listed<HistoryEntry>>(`/tickets/${id}/history`)
    const story = history.items.map(({ actor, sentence }) => `${actor?.name ?? 'The system'} ${sentence}`)
    expect(story).toHaveLength(4)
    expect(story[0]).toBe(`${reporter.name} logged this ticket`)
    expect(story[1]).toContain(`The system assigned it to ${ticket.assignee.name} (Facilities). `)
    expect(story[2]).toBe(`${ticket.assignee.name} replied to the client`)
    expect(story[3]).toBe(`${ticket.assignee.name} resolved it: Compressor replaced. The client was informed`)
  })

  await test.step('the desk opens it, and reads what is said from then on without reloading', async () => {
    await card.getByRole('link').click()
    await expect(desk.page.getByText('The technician comes at 9:00')).toBeVisible()
    await reply(assignee.page, 'It cools again')
    await expect(desk.page.getByText('It cools again')).toBeVisible()
  })
})

async function reply(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Reply to client' }).fill(text)
  await page.getByRole('button', { name: 'Send reply' }).click()
}

async function openForm(page: Page) {
  await page.getByRole('link', { name: 'New' }).click()
  // the picker is open already and has the keyboard
  await expect(page.getByRole('combobox', { name: 'Search categories' })).toBeFocused()
  await page.keyboard.type('ac')
  await expect(page.getByRole('option').first()).toContainText('Temperature Control')
  await page.keyboard.press('Enter')
  await page.getByLabel('Studio', { exact: true }).click()
  await page.getByRole('option', { name: /Bandra/ }).click()
  await page.getByLabel('Title').fill(title)
}

async function answer(page: Page) {
  const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Kolkata' })
  await page.getByRole('radio', { name: 'Studio floor' }).check()
  await page.getByRole('radio', { name: 'Not cooling' }).check()
  await page
    .getByRole('radiogroup', { name: /How bad is it/ })
    .getByRole('radio', { name: '4' })
    .check()
  await page.getByLabel('First noticed', { exact: true }).fill(yesterday)
  await page.getByLabel('First noticed, time').fill('705')
  await page.getByRole('radiogroup', { name: 'Was a class affected' }).getByRole('radio', { name: 'No' }).check()
}

/** The oldest first: to whom, and what it tells. Whoever else was mailed about anything else does not matter. */
async function mailsAbout(api: ApiCall, key: string): Promise<string[]> {
  const { items } = await api<Listed<Mail>>('/admin/outbox?limit=100')
  return items
    .filter(({ subject, status }) => subject === `[${key}] ${title}` && status === 'sent')
    .map(({ person, text }) => `to ${person?.name}: ${messagesIn(text)}`)
    .reverse()
}

/** Between the head and the link. */
const messagesIn = (text: string): string => text.split('\n\n')[1]?.replaceAll('\n', ' | ') ?? ''

const everybodyIn = (browser: Browser, names: string[]): Promise<Person[]> =>
  Promise.all(names.map((name) => signIn(browser, name, 'desk', { at: '/tickets' })))

async function whoeverIs(people: Person[], id: string): Promise<Person> {
  for (const person of people) {
    if ((await person.api<{ id: string }>('/auth/me')).id === id) return person
  }
  throw new Error('the assignee is nobody of Facilities')
}

import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'
import { expectUsable, withoutSeriousFindings, withoutSmallTargets } from '../usable.ts'

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to client' })
const send = (page: Page) => page.getByRole('button', { name: 'Send reply' })
const thread = (page: Page) => page.getByRole('region', { name: 'Thread' })

test('by keyboard: a canned reply is filled in, somebody who did not see the ticket is mentioned, and it goes', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, await newPerson('manager'), 'desk')
  const { id } = await logTicket(api, `Talk by keyboard ${Date.now()}`)
  await page.goto(`/tickets/${id}`)
  await expect(reply(page)).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.type('Before\n/technician')
  const canned = page.getByRole('listbox', { name: 'Canned replies' })
  await expect(canned.getByRole('option', { name: /Technician is coming/ })).toHaveAttribute('aria-selected', 'true')
  await expect(reply(page)).toHaveAttribute('aria-activedescendant', /./)
  await withoutSeriousFindings(page, 'canned replies')
  await page.keyboard.press('Tab')
  await expect(canned).toBeHidden()
  await expect(reply(page)).toHaveValue(/^Before\nHi ⟨client’s first name⟩, a technician comes/)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('fill in ⟨client’s first name⟩')
  // the gap is selected: one types over it
  await page.keyboard.type('Asha')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' @farida')
  const people = page.getByRole('listbox', { name: 'People to mention' })
  await expect(people.getByRole('option', { name: /Farida Tambawala/ })).toBeVisible()
  await withoutSeriousFindings(page, 'people to mention')
  await page.keyboard.press('Escape')
  await expect(people).toBeHidden()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('@hemant')
  await expect(people.getByRole('option', { name: /Hemant Zaverchand.*will be able to see this ticket/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Mentioned' })).toContainText('Hemant Zaverchand')
  await page.keyboard.press('Control+Enter')

  const said = thread(page).getByRole('article').last()
  const chip = said.getByRole('link', { name: '@Hemant Zaverchand' })
  await expect(chip).toHaveAttribute('href', /^\/people\//)
  // not as a link that somebody typed, which leads out of the app
  await expect(chip).not.toHaveAttribute('target')
  await expect(said).toContainText('Hi Asha, a technician comes')
  await expect(reply(page)).toHaveValue('')
  await expect(page.getByRole('region', { name: 'Watchers' })).toContainText('Hemant Zaverchand')
})

test('two at one ticket see each other, and a reply over the other’s shows it before it is sent', async ({
  browser,
}) => {
  const [one, other] = [await newPerson('lead.facilities'), await newPerson('manager')]
  const arjun = await signIn(browser, one, 'desk')
  const { id } = await logTicket(arjun.api, `Two at one ticket ${Date.now()}`)
  const priya = await signIn(browser, other, 'desk')
  await arjun.page.goto(`/tickets/${id}`)
  await priya.page.goto(`/tickets/${id}`)
  const here = (page: Page) => page.getByRole('status', { name: 'Also here' })
  await expect(here(arjun.page)).toHaveText(/New manager is looking/)
  await expect(here(priya.page)).toHaveText(/New lead.facilities is looking/)

  await reply(priya.page).pressSequentially('I call the client')
  await expect(here(arjun.page)).toHaveText(/New manager is writing a reply/)
  await expectUsable(arjun.page, 'somebody else is there')

  await reply(arjun.page).fill('The technician comes at four')
  await send(arjun.page).click()
  await expect(priya.page.getByText('While you were writing')).toBeVisible()
  await send(priya.page).click()
  await expect(priya.page.getByRole('alert')).toContainText('New lead.facilities replied to the client')
  await withoutSeriousFindings(priya.page, 'news before sending')
  await expect(reply(priya.page)).toHaveValue('I call the client')
  await priya.page.getByRole('button', { name: 'Send anyway' }).click()
  await expect(thread(arjun.page).getByText('I call the client')).toBeVisible()

  await priya.page.goto('/tickets')
  await expect(here(arjun.page)).toBeEmpty()
})

test('a reply stands in the thread at once; one that did not arrive waits there and is sent once', async ({
  browser,
}) => {
  const { page, context, api } = await signIn(browser, await newPerson('manager'), 'desk')
  const { id } = await logTicket(api, `Sent once ${Date.now()}`)
  await page.goto(`/tickets/${id}`)
  // the answer gets lost, the reply does not
  await page.route('**/responses', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await reply(page).fill('We call you back today')
  await send(page).click()
  await expect(reply(page)).toHaveValue('')
  const waiting = thread(page).getByRole('article', { name: 'Reply to client, not sent' })
  await expect(waiting).toContainText('Your text is kept.')
  await withoutSeriousFindings(page, 'not sent')
  await reply(page).fill('And something else')
  await expect(send(page)).toBeDisabled()

  await page.unroute('**/responses')
  await waiting.getByRole('button', { name: 'Try again' }).click()
  await expect(waiting).toBeHidden()
  await expect(reply(page)).toHaveValue('And something else')

  await context.setOffline(true)
  await send(page).click()
  await expect(waiting).toContainText('It goes by itself once you are online again.')
  await context.setOffline(false)
  await expect(waiting).toBeHidden()
  await expect
    .poll(async () =>
      (await api<{ items: { body: string }[] }>(`/tickets/${id}/responses`)).items.map(({ body }) => body),
    )
    .toEqual(['We call you back today', 'And something else'])
})

test('on a phone: replies of one’s own are written, used and narrowed down to', async ({ browser }) => {
  const { page, api } = await signIn(browser, await newPerson('manager'), 'phone')
  const title = `On our way ${Date.now()}`
  const { id } = await logTicket(api, `Talk on a phone ${Date.now()}`)
  await page.goto('/canned-replies')
  await expect(page.getByRole('list', { name: 'Canned replies' })).toBeVisible()
  await expectUsable(page, 'canned replies')
  await withoutSmallTargets(page)
  await page.getByRole('button', { name: 'New reply' }).tap()
  const dialog = page.getByRole('dialog', { name: 'New canned reply' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('textbox', { name: 'Text' }).fill('{{clinet}}')
  await dialog.getByRole('button', { name: 'Save reply' }).tap()
  await expect(dialog.getByText('There is no variable {{clinet}}.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Text' }).fill('About {{ticket.key}}: we are coming. {{me}}')
  await withoutSeriousFindings(page, 'writing a canned reply')
  await dialog.getByRole('button', { name: 'Save reply' }).tap()
  await expect(dialog).toBeHidden()

  await test.step('what another tab made of it meanwhile is shown; what was typed stays and may take its place', async () => {
    const { items } = await api<{ items: { id: string }[] }>(`/canned-replies?q=${title.split(' ').at(-1)}`)
    await page.getByRole('button', { name: `Change ${title}` }).tap()
    const change = page.getByRole('dialog', { name: 'Change canned reply' })
    const text = change.getByRole('textbox', { name: 'Text' })
    await text.fill('About {{ticket.key}}: we are coming. {{me}}')
    await api(`/canned-replies/${items[0]?.id}`, { body: 'We come tomorrow', category: 'Visits' }, 'PATCH')
    await change.getByRole('button', { name: 'Save reply' }).tap()
    const meanwhile = change.getByRole('alert')
    await expect(meanwhile).toContainText('Somebody changed this reply meanwhile')
    await expect(meanwhile).toContainText('Text is now: We come tomorrow')
    await expect(meanwhile).toBeInViewport({ ratio: 1 })
    await expect(text).toHaveValue('About {{ticket.key}}: we are coming. {{me}}')
    await withoutSeriousFindings(page, 'a canned reply that was changed meanwhile')
    await change.getByRole('button', { name: 'Save mine instead' }).tap()
    await expect(change).toBeHidden()
    await expect(page.getByText('About {{ticket.key}}: we are coming.')).toBeVisible()
  })

  await page.goto(`/tickets/${id}`)
  await page.getByRole('button', { name: 'Internal note' }).tap()
  const note = page.getByRole('textbox', { name: 'Internal note' })
  await note.fill('For the record. ')
  await page.getByRole('button', { name: 'Canned replies' }).tap()
  await page.getByRole('combobox', { name: 'Search canned replies' }).fill(title)
  await withoutSeriousFindings(page, 'looking for a canned reply')
  await withoutSmallTargets(page)
  await expect(page.getByRole('button', { name: 'Add note' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('option', { name: title }).tap()
  await expect(note).toHaveValue(/^For the record\. About P57-\d+: we are coming\. New manager$/)
  await page.getByRole('button', { name: 'Add note' }).tap()
  await expect(thread(page).getByText('For the record')).toBeVisible()

  await thread(page).getByRole('radio', { name: 'Replies' }).tap()
  await expect(thread(page).getByText('Nothing has been said to the client yet.')).toBeVisible()
  await thread(page).getByRole('radio', { name: 'Notes' }).tap()
  await expect(thread(page).getByText('For the record')).toBeVisible()
  await expectUsable(page, 'notes only')
})

import { expect, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { countOf, startTicket } from '../tickets.ts'

test('a lost connection while logging loses nothing, and the ticket stands once however often it is sent', async ({
  browser,
}) => {
  const title = 'शावर में गरम पानी नहीं आ रहा है, network gone'
  const { page, context, api } = await signIn(browser, await newPerson('member1.operations'), 'phone')
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByLabel('Title').fill(title)
  await page.getByRole('radio', { name: 'Unknown' }).check()
  const log = page.getByRole('button', { name: 'Log ticket' })

  await test.step('offline: it says so and keeps what was typed', async () => {
    await context.setOffline(true)
    await log.click()
    const alert = page.getByRole('alert').filter({ hasText: 'The ticket was not logged' })
    await expect(alert).toContainText('What you typed is kept')
    await expect(page.getByLabel('Title')).toHaveValue(title)
    await context.setOffline(false)
  })

  await test.step('the server stores it, but its answer is lost', async () => {
    await page.route('**/api/tickets', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await log.click()
    await expect.poll(() => countOf(api, title)).toBe(1)
    await expect(page.getByRole('alert').filter({ hasText: 'The ticket was not logged' })).toBeVisible()
    await page.unroute('**/api/tickets')
  })

  await test.step('after loading the page again it is all there, and sending it again finds the same ticket', async () => {
    await page.reload()
    await expect(page.getByLabel('Title')).toHaveValue(title)
    await expect(page.getByRole('radio', { name: 'Unknown' })).toBeChecked()
    await log.click()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    expect(await countOf(api, title)).toBe(1)
  })

  await test.step('and the form is empty for the next one, at the same studio', async () => {
    await page.goto('/tickets/new')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByLabel('Title')).toHaveValue('')
    await expect(page.getByLabel('Studio', { exact: true })).toContainText('Supreme HQ')
  })
})

test('whoever taps twice on a slow line logs one ticket', async ({ browser }) => {
  const title = 'App froze at the payment, tapped twice'
  const { page, api } = await signIn(browser, await newPerson('member2.operations'), 'phone')
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByLabel('Title').fill(title)
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await page.route('**/api/tickets', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Log ticket' }).dblclick()
  await page.getByRole('button', { name: 'Log ticket' }).click({ force: true })

  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  expect(await countOf(api, title)).toBe(1)
})

test('a reply that could not be sent stays, also through a reload, and is sent once', async ({ browser }) => {
  const { page, context, api } = await signIn(browser, 'lead.facilities', 'desk')
  const { items } = await api<{ items: { id: string }[] }>('/tickets?open=true&limit=1')
  await page.goto(`/tickets/${items[0]?.id}`)
  const text = `We call you back today (${Date.now()})`
  const reply = page.getByRole('textbox', { name: 'Reply to client' })
  await reply.fill(text)

  await context.setOffline(true)
  await expect(page.getByText('Offline.')).toBeVisible()
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('Your text is kept.')).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await expect(reply).toHaveValue(text)
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  await expect(reply).toHaveValue('')
  await expect(page.getByText(text)).toHaveCount(1)
})

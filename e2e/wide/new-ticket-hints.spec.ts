import { expect, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { logTicket, startTicket } from '../tickets.ts'

for (const device of ['desk', 'phone'] as const) {
  test(`a likely duplicate shows while typing, can be looked at without losing the draft, and does not stop anybody: ${device}`, async ({
    browser,
  }) => {
    const [gate, band] = [crypto.randomUUID().slice(0, 8), crypto.randomUUID().slice(0, 8)]
    const said = `Turnstile ${gate} swallowed ${band}`
    const { page, api } = await signIn(browser, await newPerson('manager'), device)
    // the same words at the same studio: of those that other journeys leave there, the five most alike are shown
    const { items: studios } = await api<{ items: { id: string; name: string }[] }>('/studios')
    const studioId = studios.find(({ name }) => name.includes('Bandra'))?.id
    const standing = await logTicket(api, said, { studioId })
    const refusal = { type: 'about:blank', title: 'No', status: 400, detail: '', code: 'invalid', requestId: 'r1' }
    await page.route('**/api/lookups', (route) => route.fulfill({ status: 400, json: refusal }))
    await page.goto('/tickets/new')
    await startTicket(page, 'booking fail', 'Booking Failures')
    const title = page.getByLabel('Title')
    await title.fill('Wristband')
    const top = (await title.boundingBox())?.y
    await title.fill(`${said} again`)

    const hints = page.getByRole('region', { name: 'Possible duplicates' }).filter({ visible: true })
    await expect(hints).toContainText(/looks? like this one/)
    if (device === 'phone') {
      await hints.getByRole('button').click()
    }
    const hint = page.getByRole('link', { name: new RegExp(`${said} ${standing.key}`) })
    await expect(hint).toContainText(/Assigned|New/)
    if (device === 'phone') {
      await page.getByRole('button', { name: 'Mine is another, go on' }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
      expect((await title.boundingBox())?.y, 'the form did not jump').toBe(top)
      await hints.getByRole('button').click()
    }
    await hint.click()
    await expect(page.getByRole('heading', { name: said })).toBeVisible()
    await page.getByRole('button', { name: 'Go on with it' }).click()

    await expect(title).toHaveValue(`${said} again`)
    await page.getByRole('radio', { name: 'Unknown' }).check()

    await test.step('a list that could not be loaded is asked for again when it is opened again', async () => {
      const classType = page.getByLabel('Class type')
      await classType.click()
      await expect(page.getByText('The list could not be loaded.')).toBeVisible()
      await page.keyboard.press('Escape')
      await page.unroute('**/api/lookups')
      await classType.click()
      await expect(page.getByRole('option', { name: 'Barre 57', exact: true })).toBeVisible()
      await page.keyboard.press('Escape')
    })
    await test.step('an answer nobody has to give is taken back, by pointer and by key', async () => {
      const pending = page.getByRole('radio', { name: 'Still pending' })
      await pending.check()
      await pending.press('Space')
      await expect(pending).not.toBeChecked()
      await pending.click()
      await pending.click()
      await expect(pending).not.toBeChecked()
      await pending.check()
      await page.getByRole('button', { name: 'Clear Solved on the spot' }).press('Enter')
      await expect(pending).not.toBeChecked()
      await expect(page.getByRole('radio', { name: 'Added to class' })).toBeFocused()
      const platform = page.getByRole('combobox', { name: /^Booked with/ })
      await platform.click()
      await page.getByRole('option', { name: 'iOS' }).click()
      await expect(platform).toContainText('iOS')
      const clear = page.getByRole('button', { name: 'Clear Booked with' })
      if (device === 'phone') expect((await clear.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      await clear.click()
      await expect(platform).toContainText('Choose')
      await expect(platform).toBeFocused()
      await expect(clear).toHaveCount(0)
    })
    const logged = page.waitForRequest((request) => request.method() === 'POST' && /api\/tickets$/.test(request.url()))
    await page.getByRole('button', { name: 'Log ticket' }).click()
    await expect(page.getByRole('heading', { name: `${said} again` })).toBeVisible()
    const sent: { answers: object } = (await logged).postDataJSON()
    expect(sent.answers).toEqual({ creditsDeducted: 'unknown' })
    const { answers } = await api<{ answers: object }>(`/tickets/${page.url().split('/').at(-1)}`)
    expect(answers).toEqual({ creditsDeducted: 'unknown' })
  })
}

test('a client is found by phone, e-mail or name, with what they reported before', async ({ browser }) => {
  const digits = String(Date.now()).slice(-8)
  const client = { name: `Tara ${digits} Wadia`, phone: `+91 98${digits}`, email: `tara.${digits}@client.example` }
  const { page, api } = await signIn(browser, await newPerson('member1.operations'), 'desk')
  const earlier = [1, 2, 3, 4].map((n) => `Towel number ${n} of ${digits} missing`)
  for (const title of earlier) await logTicket(api, title, { client })
  const arrive = { picker: () => {}, combobox: () => {} }
  const picker = new Promise<void>((resolve) => Object.assign(arrive, { picker: resolve }))
  const combobox = new Promise<void>((resolve) => Object.assign(arrive, { combobox: resolve }))
  await page.route('**/assets/category-search-*', (route) => picker.then(() => route.continue()))
  await page.route('**/assets/combobox-content-*', (route) => combobox.then(() => route.continue()))
  await page.goto('/tickets/new')

  const search = page.getByRole('combobox', { name: 'Find the client' })
  const card = page.getByRole('group', { name: client.name })
  await test.step('what is typed before a picker has arrived goes along', async () => {
    await page.getByLabel('What is it about?').focus()
    await page.keyboard.type('lost f')
    arrive.picker()
    await expect(page.getByRole('combobox', { name: 'Search categories' })).toHaveValue('lost f')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('What is it about?')).toContainText('Lost & Found')

    await search.focus()
    await page.keyboard.type(client.email.slice(0, 9))
    // and so does what is selected of it, so that one types over it
    await page.keyboard.press('Shift+ArrowLeft')
    arrive.combobox()
    await expect(search).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.type(client.email.slice(8))
    await expect(search).toHaveValue(client.email)
    await expect(page.getByRole('option', { name: client.name })).toBeVisible()
  })
  for (const typed of [client.phone.replaceAll(' ', ''), client.email, client.name.slice(0, 12)]) {
    await test.step(typed, async () => {
      await search.fill(typed)
      await expect(page.getByRole('option', { name: client.name })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(card).toBeFocused()
      await expect(card).not.toContainText(client.phone)

      const list = page.getByRole('region', { name: 'Earlier tickets' })
      await expect(list.getByRole('link')).toContainText([...earlier.slice(1).reverse(), 'All 4 tickets'])
      await card.getByRole('button', { name: 'Choose another client' }).click()
      await expect(search).toBeFocused()
    })
  }

  await test.step('all of them are one click away, and the draft stays', async () => {
    await page.getByLabel('Title').fill(`Towel number 5 of ${digits} missing`)
    await search.fill(client.email)
    await page.getByRole('option', { name: client.name }).click()
    await page.getByRole('link', { name: 'All 4 tickets' }).click()
    await expect(page.getByRole('link', { name: earlier[0] ?? '' })).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(5)
    await page.getByRole('button', { name: 'Go on with it' }).click()
    await expect(card).toBeVisible()
    await expect(page.getByLabel('Title')).toHaveValue(`Towel number 5 of ${digits} missing`)
  })

  await test.step('somebody new is typed by hand, starting from what was searched for', async () => {
    await card.getByRole('button', { name: 'Choose another client' }).click()
    await search.fill(`rustom.${digits}@client.example`)
    await expect(page.getByRole('option')).toHaveText([`New client, rustom.${digits}@client.example`])
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Client name')).toBeFocused()
    await expect(page.getByLabel('E-mail')).toHaveValue(`rustom.${digits}@client.example`)
  })
})

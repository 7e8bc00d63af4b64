import { expect, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { type LoggedTicket, logTicket } from '../tickets.ts'
import { withoutSeriousFindings } from '../usable.ts'

test('new tickets wait behind a pill; no row moves, and one that left stays until asked', async ({ browser }) => {
  // the tickets of one new person: what others log meanwhile is not counted
  const { page, api } = await signIn(browser, await newPerson('member1.operations'), 'desk')
  const before = await logTicket(api, 'Was here before')
  await page.goto('/tickets?filter=reporter:me')
  const row = page.getByRole('row').filter({ hasText: 'Was here before' }).first()
  await expect(row).toBeVisible()
  await row.getByRole('link').focus()
  const place = await row.boundingBox()

  await logTicket(api, 'Came in while reading')
  await logTicket(api, 'And one more')
  await expect(page.getByRole('button', { name: '2 new' })).toBeVisible()
  expect(await row.boundingBox()).toEqual(place)
  await expect(page.getByRole('link', { name: 'And one more' })).toHaveCount(0)

  const manager = await apiFor('manager')
  await manager(`/tickets/${before.id}/resolve`, { note: 'Booked by hand', clientInformed: true })
  await expect(row).toContainText('Left this view')
  await withoutSeriousFindings(page, 'a row that left')
  expect(await row.boundingBox()).toEqual(place)
  await expect(row.getByRole('link')).toBeFocused()

  await page.getByRole('button', { name: '2 new' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('And one more')
  await expect(page.getByRole('row').nth(2)).toContainText('Came in while reading')
  await expect(row).toBeHidden()
})

test('back from a ticket the same row has the focus, at the same scroll', async ({ browser }) => {
  const { page, api } = await signIn(browser, 'manager', 'desk')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  // what others log or change meanwhile does not belong here
  const filter = encodeURIComponent('status:closed created:<today')
  await page.goto(`/tickets?view=all&sort=-updatedAt&filter=${filter}`)
  // as soon as it hears of changes it asks for what it missed until then
  await expect.poll(() => asked.filter((path) => path === '/api/tickets').length).toBeGreaterThan(1)
  await test.step('of two pages, what changes is asked for by its row', async () => {
    const [changed] = (await api<{ items: LoggedTicket[] }>(`/tickets?sort=-updatedAt&filter=${filter}&limit=1`)).items
    await page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded()
    await expect(page.getByText(/^100 of/)).toBeVisible()
    asked.length = 0
    await api(`/tickets/${changed?.id}/responses`, { kind: 'note', body: 'Somebody was there' })
    await expect.poll(() => asked).toContain('/api/tickets/rows')
    await expect.poll(() => asked).toContain('/api/tickets/counts')
    expect(asked).not.toContain('/api/tickets')
  })
  const link = page.getByRole('row').nth(30).getByRole('link')
  await link.scrollIntoViewIfNeeded()
  expect(await page.evaluate(whatCoversHeads), 'nothing of a row shows through the head of the table').toEqual([])
  await link.scrollIntoViewIfNeeded()
  const place = await link.boundingBox()
  const name = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name }).and(page.locator(':focus'))).toBeVisible()
  expect((await link.boundingBox())?.y).toBeCloseTo(place?.y ?? 0, 0)

  await page.goBack()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await page.goBack()
  await page.waitForURL(/\/tickets\?view=all&sort=-updatedAt/)
})

/** What of the rows shows through the head of the table while the list is scrolled by two rows, bit by bit. */
function whatCoversHeads(): string[] {
  const heads = [...document.querySelectorAll('thead th')]
  const scroller = document.querySelector('table')?.closest('.overflow-auto')
  return Array.from({ length: 16 }).flatMap(() => {
    scroller?.scrollBy(0, 4)
    return heads.flatMap((head) => {
      const { left, width, bottom } = head.getBoundingClientRect()
      return [8, 16, width / 2, width - 8].flatMap((x) => {
        const there = document.elementFromPoint(left + x, bottom - 6)
        return there && !there.closest('thead') ? [`${head.textContent}: ${there.outerHTML}`] : []
      })
    })
  })
}

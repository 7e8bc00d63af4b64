import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'

const ROWS = 10_000
/** Frames until the browser has compiled what scrolling needs. */
const WARMING_UP = 10

test('ten thousand rows scroll without a long frame; the place and the focus are kept', async ({ browser }) => {
  // on a busy machine everything takes longer, but for the figure below, which counts what the processor did
  test.slow()
  const { page, api } = await signIn(browser, 'manager', 'desk', { at: '/tickets' })
  // what others do meanwhile is not measured here
  await page.route('**/api/live', (route) => route.abort())
  await answerWithManyRows(page, await api<List>('/tickets?limit=1'))
  await page.goto('/tickets?view=all')
  const table = page.getByRole('table', { name: 'Tickets' })
  await expect(page.getByText('10000 of 10,000 shown')).toBeVisible({ timeout: 60_000 })
  await expect(table).toHaveAttribute('aria-rowcount', String(ROWS + 1))
  // what is out of sight is not drawn
  await expect(async () => expect(await page.getByRole('row').count()).toBeLessThan(120)).toPass()

  // in rounds, because the machine has other things to do
  await expect(async () => expect(await longestFrame(page, 80)).toBeLessThan(50)).toPass({ timeout: 90_000 })
  await expect(page.getByRole('link', { name: /^Row 1 / })).toBeHidden()

  await test.step('by keys, far from where the focus is, and back to it', async () => {
    await page.keyboard.press('j')
    const row = page.getByRole('row').filter({ has: page.locator('a:focus') })
    const index = Number(await row.getAttribute('aria-rowindex'))
    expect(index).toBeGreaterThan(1_000)
    await page.keyboard.press('j')
    await expect(row).toHaveAttribute('aria-rowindex', String(index + 1))
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, -20_000)
    await expect(page.locator('a:focus')).not.toBeInViewport()
    await page.keyboard.press('k')
    await expect(row).toHaveAttribute('aria-rowindex', String(index))
    await expect(page.locator('a:focus')).toBeInViewport()
  })

  await test.step('Esc on a ticket leads back to the same row', async () => {
    const name = (await page.locator('a:focus').textContent()) ?? ''
    const place = await page.locator('a:focus').boundingBox()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    await page.keyboard.press('Escape')
    const link = page.getByRole('link', { name }).and(page.locator(':focus'))
    await expect(link).toBeInViewport()
    expect((await link.boundingBox())?.y).toBeCloseTo(place?.y ?? 0, 0)
  })
})

interface List {
  items: object[]
}

/** The list as it is when somebody has scrolled through ten thousand tickets; every one of them opens the same ticket. */
async function answerWithManyRows(page: Page, { items: [ticket] }: List) {
  const id = (ticket as { id: string }).id
  const idOf = (n: number) => `${id.slice(0, -6)}${n.toString(16).padStart(6, '0')}`
  const items = Array.from({ length: ROWS }, (_, n) => ({
    ...ticket,
    id: idOf(n),
    number: n + 1,
    title: `Row ${n + 1} of many`,
  }))
  await page.route(/api\/tickets(\?|$)/, (route) => {
    const isTotal = route.request().url().includes('limit=1')
    return route.fulfill({ json: { items: isTotal ? [] : items, nextCursor: null, total: ROWS, totalIsCapped: false } })
  })
  await page.route(/api\/tickets\/[0-9a-f-]{36}$/, async (route) => {
    const asked = route.request().url().slice(-36)
    const reply = await route.fetch({ url: route.request().url().replace(asked, id) })
    return route.fulfill({ response: reply, json: { ...(await reply.json()), id: asked } })
  })
}

/** In ms of the processor, so that it says the same on a machine that is busy with other things. */
async function longestFrame(page: Page, frames: number): Promise<number> {
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busySoFar = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  // past Playwright, whose trace looks at the page with every step
  const wheel = { type: 'mouseWheel', x: 700, y: 500, deltaX: 0, deltaY: 360 } as const
  const drawn = { expression: 'new Promise(requestAnimationFrame)', awaitPromise: true }
  const took: number[] = []
  let before = await busySoFar()
  for (let frame = -WARMING_UP; frame < frames; frame++) {
    await inspector.send('Input.dispatchMouseEvent', wheel)
    await inspector.send('Runtime.evaluate', drawn)
    const now = await busySoFar()
    if (frame >= 0) took.push(Math.round(now - before))
    before = now
  }
  return Math.max(...took)
}

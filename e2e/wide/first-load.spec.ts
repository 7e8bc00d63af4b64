import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'
import { logTicket } from '../tickets.ts'

/** kB gzipped. */
const limit = 200
/** The two pages with the most to say and to ask: a little more for now, to become as light as the others. */
const limitOfTheLargest = 208
/** On a phone the form of a new ticket begins with choosing what it is about. */
const itsPicker = 6

test('the first load of sign-in, inbox, list, a ticket and the form of a new one stays light', async ({ browser }) => {
  const { context, page, api } = await signIn(browser, 'lead.technology', 'desk', { at: '/tickets' })
  await expectLight(await context.newPage(), '/tickets')
  await expectLight(await context.newPage(), '/notifications')
  await expectListAskedAtOnce(await context.newPage())
  const ticket = await logTicket(api, 'How light is this page?')
  await expectLight(await context.newPage(), `/tickets/${ticket.id}`, limitOfTheLargest)
  await expectLight(await context.newPage(), '/tickets/new', limitOfTheLargest)
  const small = await context.newPage()
  await small.setViewportSize({ width: 360, height: 780 })
  await expectLight(small, '/tickets/new', limitOfTheLargest + itsPicker)
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await expectLight(await context.newPage(), '/sign-in')
})

/** The list does not wait to be told which one opens first: they are asked side by side. */
async function expectListAskedAtOnce(page: Page) {
  const listIsAsked = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/tickets')
  await page.route('**/api/pinned-places', async (route) => {
    await listIsAsked
    await route.continue()
  })
  await page.goto('/tickets')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
}

async function expectLight(page: Page, path: string, most = limit) {
  const scripts = new Set<string>()
  page.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()))
  await page.addInitScript(() => {
    // what is fetched in a quiet moment is no part of the first load, however slow the machine is
    const later = window.setTimeout.bind(window)
    window.setTimeout = ((task: () => void, ms = 0) => later(task, ms >= 2_000 ? 1e9 : ms)) as typeof window.setTimeout
    // nor is the page of a link the pointer rests on: a new tab has it at the top left, where the logo is
    window.addEventListener('mouseover', (event) => event.stopImmediatePropagation(), { capture: true })
  })
  await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.animate-breathe')).toHaveCount(0)
  // one part may ask for another: until nothing more came for a while
  const isQuiet = async () => {
    const before = scripts.size
    await page.waitForTimeout(500)
    return scripts.size === before
  }
  await expect.poll(isQuiet).toBe(true)
  const loaded = [...scripts]
  const sizes = await Promise.all(loaded.map(gzippedSize))
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000
  expect(loaded.length, path).toBeGreaterThan(1)
  expect(total, `${path} loads ${Math.round(total)} kB`).toBeLessThan(most)
}

const gzippedSize = async (url: string): Promise<number> =>
  gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length

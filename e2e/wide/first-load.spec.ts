import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'

/** kB gzipped. */
const limit = 200

test('the first load of sign-in, inbox and list stays light', async ({ browser }) => {
  const { context, page } = await signIn(browser, 'lead.technology', 'desk')
  await expectLight(await context.newPage(), '/tickets')
  await expectLight(await context.newPage(), '/notifications')
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await expectLight(await context.newPage(), '/sign-in')
})

async function expectLight(page: Page, path: string) {
  const scripts = new Set<string>()
  page.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()))
  await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.skel')).toHaveCount(0)
  const loaded = [...scripts]
  const sizes = await Promise.all(loaded.map(gzippedSize))
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000
  expect(loaded.length, path).toBeGreaterThan(1)
  expect(total, `${path} loads ${Math.round(total)} kB`).toBeLessThan(limit)
}

const gzippedSize = async (url: string): Promise<number> =>
  gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length

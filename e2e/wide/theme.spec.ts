import { expect, test } from '@playwright/test'
import { signIn } from '../people.ts'

test('a chosen theme is there before the first paint, and stays through reload and sign-out', async ({ browser }) => {
  const { page } = await signIn(browser, 'member1.operations', 'desk', 'light')
  await page.getByRole('button', { name: /Operations/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')

  // what stands when the first frame is drawn, noted by the page itself
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      sessionStorage.setItem('first', document.documentElement.dataset.theme ?? 'none')
    })
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Tickets' })).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.getItem('first'))).toBe('dark')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(255, 255, 255)')

  await page.getByRole('button', { name: /Operations/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

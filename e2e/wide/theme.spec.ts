import { expect, test } from '@playwright/test'
import { signIn } from '../people.ts'

test('a chosen theme is there before the first paint, and stays through reload and sign-out', async ({ browser }) => {
  const { page } = await signIn(browser, 'member1.operations', 'desk', { at: '/tickets' })
  await page.getByRole('button', { name: /Operations/ }).click()
  // nothing of the menu is out of sight, not even its end
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeInViewport({ ratio: 1 })
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

test('without a choice the device decides, and its wishes for motion and colours are kept', async ({ browser }) => {
  const { page } = await signIn(browser, 'member1.operations', 'desk', { at: '/tickets', colorScheme: 'dark' })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ground()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(ground).not.toBe(dark)

  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /Operations/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  const moving = await page.evaluate(
    () => document.getAnimations().filter((each) => each.playState === 'running').length,
  )
  expect(moving).toBe(0)
  await page.keyboard.press('Escape')

  await page.emulateMedia({ forcedColors: 'active' })
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link').first()
  await link.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(link).toHaveCSS('outline-style', 'solid')
})

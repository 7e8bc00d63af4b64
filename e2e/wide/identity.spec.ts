import { type Browser, expect, type Page, test } from '@playwright/test'
import { linkMailed } from '../links.ts'
import { signIn } from '../people.ts'
import { devices, expectUsable, withoutSeriousFindings } from '../usable.ts'

const newPassword = 'relevé on half toe, slowly'
const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }

test('whoever forgot their password gets a link by mail, chooses a new one and signs in with it', async ({
  browser,
}) => {
  const email = 'member2.marketing@physique57.example'
  const page = await visitor(browser)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()

  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Enter your e-mail.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.getByLabel('E-mail').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'a link is on its way' })).toBeVisible()
  await withoutSeriousFindings(page, 'link sent')

  await page.goto(await linkMailed(email, 'Choose a new password'))
  const password = page.getByRole('textbox', { name: 'New password' })
  await password.fill('too short')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It needs at least 12 characters; these are 9.')).toBeVisible()
  await password.fill('Password2026!')
  await page.keyboard.press('Enter')
  await expect(page.getByText('one of the first that are guessed')).toBeVisible()
  await withoutSeriousFindings(page, 'refused password')
  await password.fill(newPassword)
  await page.keyboard.press('Enter')

  await page.waitForURL('**/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(newPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/tickets')
})

test('a link that was used tells so, and leads to a new one', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/reset-password#made-up')
  await page.getByRole('textbox', { name: 'New password' }).fill(newPassword)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'used already' })).toBeVisible()
  await page.getByRole('link', { name: 'Ask for a new link' }).click()
  await expect(page.getByRole('heading', { name: 'Forgotten password' })).toBeVisible()
})

test('one’s account: devices, password and e-mail', async ({ browser }) => {
  test.slow()
  const name = 'member1.marketing'
  const desk = await signIn(browser, name, 'desk', { at: '/tickets' })
  const phone = await signIn(browser, name, 'phone')
  const { page } = desk

  await test.step('is reached from the menu', async () => {
    await page.getByRole('button', { name: /Your menu/ }).click()
    await page.getByRole('menuitem', { name: 'Your account' }).click()
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  })

  await test.step('another device is signed out', async () => {
    const devices = page.getByRole('listitem').filter({ hasText: 'signed in' })
    await expect(devices.getByRole('button', { name: /Sign out/ })).not.toHaveCount(0)
    const before = await devices.count()
    await devices
      .getByRole('button', { name: /Sign out/ })
      .first()
      .click()
    await expect(devices).toHaveCount(before - 1)
    await expect(page.getByText(/^This device,/)).toBeVisible()
  })

  await test.step('the password changes with the current one, and the phone is out', async () => {
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Change password' }) })
    await form.getByRole('textbox', { name: 'Current password' }).fill('a guess')
    await form.getByRole('textbox', { name: 'New password' }).fill(newPassword)
    await form.getByRole('button', { name: 'Change password' }).click()
    await expect(form.getByText('This is not your password.')).toBeVisible()
    await form.getByRole('textbox', { name: 'Current password' }).fill('Physique57!demo')
    await form.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('Your password is changed')).toBeVisible()
    await phone.page.goto('/tickets')
    await phone.page.waitForURL(/sign-in/)
  })

  await test.step('the e-mail changes with a link to the new address', async () => {
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send the link' }) })
    const email = 'moved@physique57.example'
    await form.getByLabel('New e-mail').fill(email)
    await form.getByRole('textbox', { name: 'Your password' }).fill(newPassword)
    await form.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText(`on its way to ${email}`)).toBeVisible()
    await page.goto(await linkMailed(email, 'Confirm your new e-mail'))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByText('Your new address counts')).toBeVisible()
    await page.getByRole('link', { name: 'Your account' }).click()
    await expect(page.getByText(email)).toBeVisible()
  })
})

for (const device of devices) {
  test(`the pages can be used by everybody: ${device}`, async ({ browser }) => {
    test.slow()
    const { page } = await signIn(browser, 'lead.marketing', device)
    await page.goto('/account')
    await expect(page.getByText(/^This device,/)).toBeVisible()
    await expectUsable(page, 'account')
    for (const path of [
      'forgot-password',
      'reset-password#x',
      'sign-up',
      'confirm-sign-up#x',
      'confirm-email#x',
      'set-up#x',
    ]) {
      await page.goto(`/${path}`)
      await expectUsable(page, path)
    }
  })
}

async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://localhost:${process.env.E2E_PORT}`, ...phone })
  return context.newPage()
}

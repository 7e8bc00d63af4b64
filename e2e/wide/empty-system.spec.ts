import { type Browser, expect, type Page, test } from '@playwright/test'
import { freePort } from '../../api/src/embedded/ports.ts'
import { startApp, temporaryDataDir } from '../../api/src/test/start-app.ts'
import { linkMailed } from '../links.ts'

const password = 'relevé on half toe, slowly'
const admin = { email: 'first@physique57.example', password }

test('an empty system: the printed link makes the first admin, and colleagues sign up by themselves', async ({
  browser,
}) => {
  test.slow()
  const { dataDir, remove } = temporaryDataDir()
  const port = await freePort(3500)
  const baseURL = `http://localhost:${port}`
  const app = await startApp({
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_PORT: '24550',
      DEMO: 'off',
      SIGN_UP_DOMAINS: 'physique57.example',
    },
  })
  try {
    const link = /http\S+\/set-up#\S+/.exec(app.output())?.[0] ?? ''
    const boss = await visitor(browser, baseURL)
    await boss.goto(link)
    await fillIn(boss, 'First Admin', admin.email)
    await boss.getByRole('button', { name: 'Make the first admin' }).click()
    await boss.waitForURL('**/tickets')

    const colleague = await visitor(browser, baseURL)
    await colleague.goto('/')
    await colleague.getByRole('link', { name: 'Sign up' }).click()
    await fillIn(colleague, 'Ria Shah', 'ria@elsewhere.example')
    await colleague.getByRole('button', { name: 'Sign up' }).click()
    await expect(colleague.getByText('Only addresses at physique57.example can sign up.')).toBeVisible()
    await colleague.getByLabel('E-mail').fill('ria@physique57.example')
    await colleague.getByRole('button', { name: 'Sign up' }).click()
    await expect(colleague.getByRole('status').filter({ hasText: 'We sent a link' })).toBeVisible()

    await colleague.goto(await linkMailed('ria@physique57.example', 'Confirm your e-mail', dataDir))
    await colleague.getByRole('textbox', { name: 'Password' }).fill('not what I chose')
    await colleague.keyboard.press('Enter')
    await expect(colleague.getByText('not the password that was chosen')).toBeVisible()
    await colleague.getByRole('textbox', { name: 'Password' }).fill(password)
    await colleague.keyboard.press('Enter')
    await colleague.waitForURL('**/tickets')
    await colleague.goto('/account')
    await expect(colleague.getByText('Team member')).toBeVisible()
  } finally {
    await app.stop()
    remove()
  }
})

async function visitor(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

async function fillIn(page: Page, name: string, email: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
}

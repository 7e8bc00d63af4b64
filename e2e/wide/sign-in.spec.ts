import { expect, test } from '@playwright/test'
import { signIn } from '../people.ts'
import { expectUsable } from '../usable.ts'

test('a wrong sign-in says so at the field, keeps what was typed, and the right one leads on to where one wanted to be', async ({
  page,
}) => {
  await page.goto('/tickets?view=all&status=resolved')
  await page.waitForURL('**/sign-in?**')
  const email = page.getByLabel('E-mail')
  const password = page.getByRole('textbox', { name: 'Password' })

  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your e-mail.')).toBeVisible()
  await expect(email).toBeFocused()

  await email.fill('member1.operations')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not a whole e-mail address.')).toBeVisible()

  await email.fill('member1.operations@physique57.example')
  await password.fill('not it')
  await page.keyboard.press('Enter')
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible()
  await expect(password).toBeFocused()
  await expect(email).toHaveValue('member1.operations@physique57.example')

  await password.fill('Physique57!demo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tickets?view=all&status=resolved')
  await expect(page.getByRole('link', { name: /./ }).first()).toBeVisible()
})

test('a session that ends in the middle of a reply asks to sign in, and gives page and text back', async ({
  browser,
}) => {
  const { page, context, api } = await signIn(browser, 'lead.facilities', 'desk')
  const { items } = await api<{ items: { id: string }[] }>('/tickets?open=true&limit=1')
  await page.goto(`/tickets/${items[0]?.id}`)
  const reply = page.getByRole('textbox', { name: 'Reply to client' })
  await reply.fill('The technician comes at')

  await context.clearCookies()
  // of the reply alone: any other question that is refused would take the page away before it is sent
  await page.route('**/api/tickets/*/responses', (route) =>
    route.request().method() !== 'POST' || route.request().headers().authorization === undefined
      ? route.continue()
      : route.fulfill({ status: 401, contentType: 'application/problem+json', body: expired }),
  )
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  await page.unroute('**/api/tickets/*/responses')

  await page.getByLabel('E-mail').fill('lead.facilities@physique57.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('Physique57!demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/tickets/${items[0]?.id}`)
  await expect(reply).toHaveValue('The technician comes at')
})

const expired = JSON.stringify({
  type: 'about:blank',
  title: 'Unauthorized',
  status: 401,
  detail: '',
  code: 'unauthenticated',
  requestId: 'e2e',
})

for (const device of ['desk', 'phone'] as const) {
  test(`what the role lacks is told apart from what is not there: ${device}`, async ({ browser }) => {
    const { page, api } = await signIn(browser, 'lead.facilities', device)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto('/admin/trash')
    await expect(page.getByRole('alert')).toContainText('This is not for your role')
    await expectUsable(page, 'a page of another role')
    expect(asked.filter((path) => path.startsWith('/api/admin'))).toEqual([])

    const { team } = await api<{ team: { id: string } }>('/auth/me')
    await page.route(`**/api/teams/${team.id}`, (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', body: forbidden }),
    )
    await page.goto(`/teams/${team.id}`)
    await expect(page.getByRole('alert')).toContainText('You are signed in as lead.facilities@physique57.example.')
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
    await expectUsable(page, 'not yours')

    await page.goto('/teams/00000000-0000-7000-8000-000000000000')
    await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
  })
}

test('every page has a title of its own', async ({ browser }) => {
  test.slow()
  const { page, api } = await signIn(browser, 'lead.facilities', 'desk')
  const [{ items }, me] = await Promise.all([
    api<{ items: { id: string; key: string; title: string }[] }>('/tickets?limit=1'),
    api<{ id: string; name: string; team: { id: string; name: string } }>('/auth/me'),
  ])
  const pages = [
    ['/tickets', 'Tickets'],
    [`/tickets/${items[0]?.id}`, `${items[0]?.key} ${items[0]?.title}`],
    ['/tickets/new', 'New ticket'],
    ['/notifications', 'Notifications'],
    [`/people/${me.id}`, me.name],
    [`/teams/${me.team.id}`, me.team.name],
    ['/account', 'Your account'],
    ['/nowhere', 'Not found'],
    ['/forgot-password', 'Forgotten password'],
  ] as const
  for (const [path, title] of pages) {
    await page.goto(path)
    await expect(page).toHaveTitle(`${title} · Physique 57`)
  }
})

const forbidden = JSON.stringify({ ...JSON.parse(expired), status: 403, code: 'forbidden' })

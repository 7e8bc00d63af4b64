import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../people.ts'
import { devices, expectUsable } from '../usable.ts'

interface Listed {
  items: { id: string; name: string }[]
}

for (const device of devices) {
  test(`profile and team page can be used by everybody: ${device}`, async ({ browser }) => {
    test.slow()
    const { page, api } = await signIn(browser, 'lead.facilities', device)
    const { items: teams } = await api<Listed>('/teams')
    const facilities = teams.find(({ name }) => name === 'Facilities')
    const { items: members } = await api<Listed>(`/teams/${facilities?.id}/members`)

    await checked(page, 'team', `/teams/${facilities?.id}`, 'Members')
    await checked(page, 'own member', `/people/${members[0]?.id}`, 'Open tickets')
    await checked(page, 'team elsewhere', `/teams/${teams.find(({ name }) => name === 'Finance')?.id}`, 'Members')
    await checked(page, 'nobody', '/people/00000000-0000-7000-8000-000000000000', 'This page is not here')
  })
}

test('from a ticket to whoever has it, to their team, to a colleague, and to one of their tickets', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, 'lead.facilities', 'desk')
  const { items } = await api<{ items: { id: string; assignee: { name: string } | null; team: { name: string } }[] }>(
    '/tickets?open=true&status=assigned,in_progress&limit=50',
  )
  const ticket = items.find(({ assignee, team }) => assignee && team.name === 'Facilities')
  const assignee = ticket?.assignee?.name ?? ''

  await page.goto(`/tickets/${ticket?.id}`)
  await page.getByRole('link', { name: assignee }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: assignee })).toBeVisible()
  await expect(page.getByRole('link', { name: /@physique57\.example/ })).toBeVisible()

  await page.getByRole('link', { name: 'Facilities', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Facilities' })).toBeVisible()
  await page.getByRole('region', { name: 'Members' }).getByRole('link', { name: assignee }).click()
  await page.locator('[data-ticket]').first().click()
  await expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}/)
})

test('a member sees no more of somebody elsewhere than name and team, and finds their own profile in the menu', async ({
  browser,
}) => {
  const { page, api } = await signIn(browser, 'member1.facilities', 'phone')
  const { items } = await api<Listed>('/users?limit=100&q=a')
  const teams = await api<Listed>('/teams')
  const finance = teams.items.find(({ name }) => name === 'Finance')
  const { items: elsewhere } = await api<Listed>(`/teams/${finance?.id}/members`)
  expect(items.length).toBeGreaterThan(5)

  await page.goto(`/people/${elsewhere[0]?.id}`)
  await expect(page.getByRole('heading', { level: 2, name: elsewhere[0]?.name ?? '' })).toBeVisible()
  await expect(page.getByText('@physique57.example')).toHaveCount(0)
  await expect(page.getByText('Availability', { exact: true })).toHaveCount(0)

  await page.goto('/tickets')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Your profile' }).click()
  await expect(page.getByText('member1.facilities@physique57.example')).toBeVisible()
})

test('what cannot be loaded says so and can be tried again', async ({ browser }) => {
  const { page, api } = await signIn(browser, 'manager', 'desk')
  const { items } = await api<Listed>('/teams')
  await page.route('**/api/teams/*/members*', (route) => route.abort())
  await page.route('**/api/teams/*/tickets*', (route) => route.abort())
  await page.goto(`/teams/${items[0]?.id}`)
  await expect(page.getByRole('alert')).toHaveCount(2, { timeout: 20_000 })

  await page.unroute('**/api/teams/*/members*')
  await page.getByRole('region', { name: 'Members' }).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Members' }).getByRole('listitem').first()).toBeVisible()
})

async function checked(page: Page, name: string, path: string, heading: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
  await expect(page.locator('[role=status][aria-label*=loading]')).toHaveCount(0)
  await expectUsable(page, name)
}

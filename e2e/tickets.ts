import { expect, type Page } from '@playwright/test'
import type { ApiCall } from './people.ts'

export interface LoggedTicket {
  id: string
  key: string
  title: string
  status: string
  priority: string
  version: number
  assignee: { id: string; name: string } | null
}

interface Listed<T> {
  items: T[]
}
interface Category {
  subcategories: { id: string; name: string }[]
}

/** A ticket of the shortest form there is, logged without the browser; Technology gets it. */
export async function logTicket(api: ApiCall, title: string, more: object = {}): Promise<LoggedTicket> {
  const [{ items: categories }, { items: studios }] = await Promise.all([
    api<Listed<Category>>('/categories'),
    api<Listed<{ id: string }>>('/studios'),
  ])
  const subcategory = categories.flatMap((each) => each.subcategories).find(({ name }) => name === 'Booking Failures')
  const { formVersionId } = await api<{ formVersionId: string }>(`/subcategories/${subcategory?.id}/fields`)
  return api<LoggedTicket>('/tickets', {
    subcategoryId: subcategory?.id,
    studioId: studios[0]?.id,
    formVersionId,
    title,
    ...more,
    answers: { creditsDeducted: 'no' },
  })
}

/** How many tickets of this title there are, as far as this person sees. */
export async function countOf(api: ApiCall, title: string): Promise<number> {
  const { items } = await api<Listed<LoggedTicket>>('/tickets?limit=50')
  return items.filter((ticket) => ticket.title === title).length
}

/** On the page of a new ticket: what it is about, by typing, and where. */
export async function startTicket(page: Page, typed: string, name: string) {
  const picker = page.getByRole('dialog', { name: 'What is it about?' })
  // on a phone it opens by itself
  const isPhone = (page.viewportSize()?.width ?? 0) < 768
  if (!isPhone) await page.getByLabel('What is it about?').click()
  await expect(picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await expect(page.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await page.getByLabel('Studio', { exact: true }).click()
  await page.getByRole('option', { name: /Bandra/ }).click()
}

/** One ticket at Bandra, so that the next one starts there. */
export async function getToKnowTheStudio(page: Page) {
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByRole('radio', { name: 'No', exact: true }).tap()
  await page.getByRole('button', { name: 'Log ticket' }).tap()
  await page.waitForURL(/tickets\/[0-9a-f-]{36}/)
  await page.goto('/tickets')
}

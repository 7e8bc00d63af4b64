import { expect, type Page, test } from '@playwright/test'
import { newPerson, signIn } from '../people.ts'
import { getToKnowTheStudio } from '../tickets.ts'
import { withoutSmallTargets } from '../usable.ts'

test('a ticket of a short form takes five taps, everything is in reach of a thumb and nothing scrolls sideways', async ({
  browser,
}) => {
  const { page } = await signIn(browser, await newPerson('member1.operations'), 'phone')
  await test.step('the studio is known from the ticket before', () => getToKnowTheStudio(page))
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps++
    await target.tap()
  }

  await tap(page.getByRole('link', { name: 'New' }))
  await expect(page.getByRole('dialog', { name: 'What is it about?' })).toBeVisible()
  await page.keyboard.type('noise')
  await tap(page.getByRole('option', { name: /Noise Disturbance/ }))
  await tap(page.getByRole('radio').first())
  await tap(page.getByRole('radiogroup', { name: /How important/ }).getByRole('radio', { name: '4' }))
  await withoutSmallTargets(page)
  await tap(page.getByRole('button', { name: 'Log ticket' }))
  await expect(page.getByRole('heading', { name: /Noise Disturbance/ })).toBeVisible()
  expect(taps).toBe(5)
  await withoutSmallTargets(page)
})

test('with the keyboard open the field, its error and the button stay in sight', async ({ browser }) => {
  const { page } = await signIn(browser, await newPerson('member1.operations'), 'phone')
  await page.setViewportSize({ width: 360, height: 420 })
  await page.goto('/tickets/new')
  await page.keyboard.type('ac')
  await expect(page.getByRole('option').nth(3)).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.getByLabel('Title').focus()
  await expect(page.getByLabel('Title')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Log ticket' })).toBeInViewport()
})

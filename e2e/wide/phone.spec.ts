import { expect, type Page, test } from '@playwright/test'
import { apiFor, newPerson, signIn } from '../people.ts'
import { getToKnowTheStudio, logTicket } from '../tickets.ts'
import { expectUsable, withoutSmallTargets } from '../usable.ts'

test('a ticket of a short form takes five taps, everything is in reach of a thumb and nothing scrolls sideways', async ({
  browser,
}) => {
  const { page } = await signIn(browser, await newPerson('member1.operations'), 'phone', { at: '/tickets' })
  await test.step('the studio is known from the ticket before', () => getToKnowTheStudio(page))
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps++
    await target.tap()
  }

  await tap(page.getByRole('link', { name: 'New' }))
  await expect(page.getByRole('combobox', { name: 'Search categories' })).toBeFocused()
  await page.keyboard.type('noise')
  await tap(page.getByRole('option', { name: /Noise Disturbance/ }))
  await tap(page.getByRole('radio', { name: 'Building work' }))
  await tap(page.getByRole('radiogroup', { name: /How important/ }).getByRole('radio', { name: '4' }))
  await withoutSmallTargets(page)
  await tap(page.getByRole('button', { name: 'Log ticket' }))
  await expect(page.getByRole('heading', { name: /Noise Disturbance/ })).toBeVisible()
  expect(taps).toBe(5)
  await withoutSmallTargets(page)
})

test('with the keyboard open the field, its error and the button stay in sight', async ({ browser }) => {
  const { page } = await signIn(browser, await newPerson('member1.operations'), 'phone', { at: '/tickets' })
  await page.setViewportSize({ width: 360, height: 420 })
  await page.goto('/tickets/new')
  await expect(page.getByRole('combobox', { name: 'Search categories' })).toBeFocused()
  await page.keyboard.type('ac')
  await expect(page.getByRole('option').nth(3)).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.getByLabel('Title').focus()
  await expect(page.getByLabel('Title')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Log ticket' })).toBeInViewport()
})

test(`tickets are selected by a long press or by the button, changed together, and going back leaves it`, async ({
  browser,
}) => {
  const word = `Held together ${Date.now()}`
  const reporter = await apiFor('member1.operations')
  for (const which of ['one', 'two', 'three']) await logTicket(reporter, `${word} ${which}`)
  const { page, context } = await signIn(browser, await newPerson('manager'), 'phone')
  const address = `/tickets?view=all&q=${encodeURIComponent(`"${word}"`)}`
  await page.goto(address)
  const bar = page.getByRole('toolbar', { name: 'Selected tickets' })
  const link = page.getByRole('link', { name: `${word} two` })
  const card = (which: string) => page.getByRole('listitem').filter({ hasText: `${word} ${which}` })
  const box = page.getByRole('checkbox', { name: `${word} two` })
  await expect(link).toBeVisible()

  const finger = await context.newCDPSession(page)
  const at = await link.boundingBox()
  const spot = { x: (at?.x ?? 0) + 40, y: (at?.y ?? 0) + 10 }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [spot] })
  await expect(bar).toContainText('1 selected')
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(box).toBeChecked()
  await page.goBack()
  await expect(bar).toHaveCount(0)
  await expect(link).toBeVisible()
  expect(page.url()).toContain(address)

  const select = page.getByRole('button', { name: 'Select', exact: true })
  await select.tap()
  await expect(bar).toContainText('0 selected')
  await card('two').tap()
  await card('three').tap()
  await expect(bar).toContainText('2 selected')
  await expectUsable(page, 'selecting on a phone')
  await withoutSmallTargets(page)
  await bar.getByRole('button', { name: 'Priority' }).tap()
  await page.getByRole('menuitem', { name: 'Critical' }).tap()
  await expect(page.getByText('2 tickets changed')).toBeVisible({ timeout: 20_000 })
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: `${word} two` })).toContainText('Critical')

  // it lies over what opens at the thumb
  await page.getByRole('button', { name: 'Dismiss' }).first().tap()
  await expect(page.getByText('2 tickets changed')).toHaveCount(0)
  await select.tap()
  await card('one').tap()
  await bar.getByRole('button', { name: 'All 3 that match' }).tap()
  await expect(bar).toContainText('3 selected')
  await bar.getByRole('button', { name: 'More for the selected' }).tap()
  await page.getByRole('menuitem', { name: 'Tags…' }).tap()
  await expect(page.getByRole('dialog', { name: 'Tag 3 tickets' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).tap()
  await bar.getByRole('button', { name: 'Done' }).tap()
  await expect(bar).toHaveCount(0)
  await expect(link).toBeVisible()
})

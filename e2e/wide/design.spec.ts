import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Device, signIn } from '../people.ts'
import { devices, expectUsable } from '../usable.ts'

// every component at once is a big page: a machine with other things to do takes a while for it
test.describe.configure({ timeout: 180_000 })

for (const device of devices) {
  test(`every component can be used by everybody: ${device}`, async ({ browser }) => {
    const page = await design(browser, device)
    await expect(page.getByRole('gridcell', { includeHidden: true }).first()).toBeVisible()
    await expectUsable(page, 'design')
    if (device === 'phone') await everyTargetFitsAThumb(page)
  })
}

test('a menu opens by arrow, goes by arrows and letters, passes what cannot be, and gives the focus back', async ({
  browser,
}) => {
  const page = await design(browser, 'desk')
  const trigger = page.getByRole('button', { name: 'Actions', exact: true })
  await trigger.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Assign' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Take it' })).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.getByRole('menuitem', { name: 'Merge into' })).toBeFocused()
  await expect(page.getByRole('menuitem', { name: 'Close' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(trigger).toBeFocused()
})

test('a select and a combobox are chosen from without the mouse', async ({ browser }) => {
  const page = await design(browser, 'desk')
  await test.step('select', async () => {
    const status = page.getByRole('combobox', { name: 'Status', exact: true })
    await status.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option', { name: 'In progress' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(status).toContainText('Pending')
    await expect(status).toBeFocused()
  })
  await test.step('combobox: the best hit is ready for Enter, another word for it counts', async () => {
    const studio = page.getByRole('combobox', { name: 'Studio, by typing' })
    await studio.fill('sufc')
    await expect(page.getByRole('option')).toHaveCount(1)
    await expect(page.getByRole('option')).toContainText('also called SUFC')
    await page.keyboard.press('Enter')
    await expect(studio).toHaveValue('South United Football Club')
    await studio.fill('nowhere at all')
    await expect(page.getByText('Nothing fits. Try another word.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Nothing fits. Try another word.')).toBeHidden()
    await expect(studio).toBeFocused()
  })
})

test('tabs, segments, ratings and switches go by arrows and Space; a heading sorts its table', async ({ browser }) => {
  const page = await design(browser, 'desk')
  await test.step('tabs: passing by chooses nothing', async () => {
    const tabs = page.getByRole('tablist', { name: 'Parts of the ticket' }).getByRole('tab')
    await tabs.first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(tabs.nth(1)).toBeFocused()
    await expect(tabs.nth(1)).toHaveAttribute('aria-selected', 'false')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tabpanel', { name: 'Activity' })).toContainText('in sentences')
  })
  await test.step('segments and rating', async () => {
    const moods = page.getByRole('radiogroup', { name: 'Mood', exact: true })
    await moods.getByRole('radio', { name: 'Frustrated' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(moods.getByRole('radio', { name: 'Angry' })).toBeChecked()
    const rating = page.getByRole('radiogroup', { name: 'How bad is it?' })
    await rating.getByRole('radio', { name: '4' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(rating.getByRole('radio', { name: '5, Class stopped' })).toBeChecked()
  })
  await test.step('switch', async () => {
    const quiet = page.getByRole('switch', { name: 'Quiet hours' })
    await quiet.focus()
    await page.keyboard.press('Space')
    await expect(quiet).toBeChecked()
  })
  await test.step('table', async () => {
    const table = page.getByRole('table', { name: 'Tickets, sorted' })
    const age = table.getByRole('columnheader', { name: 'Age' })
    await expect(age).toHaveAttribute('aria-sort', 'ascending')
    await age.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(age).toHaveAttribute('aria-sort', 'descending')
    await expect(table.getByRole('row').nth(1)).toContainText('4805')
    await table.getByRole('button', { name: 'No.' }).press('Enter')
    await expect(age).not.toHaveAttribute('aria-sort')
    await expect(table.getByRole('row').nth(1)).toContainText('4802')
  })
})

test('dialogs keep the focus and give it back, and a confirmation starts on Cancel', async ({ browser }) => {
  const page = await design(browser, 'desk')
  for (const opener of ['With a form', 'More room']) {
    await test.step(opener, async () => {
      const trigger = page.getByRole('button', { name: opener })
      await trigger.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      for (let presses = 0; presses < 6; presses++) {
        await page.keyboard.press('Tab')
        await expect(dialog.locator(':focus')).toHaveCount(1)
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(trigger).toBeFocused()
    })
  }
  const remove = page.getByRole('button', { name: 'Delete it' })
  await remove.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Delete ticket P57-4817?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(remove).toBeFocused()
})

test('a tooltip shows on focus until Escape, an explanation under the mouse; a message waits while the pointer or the focus is on it', async ({
  browser,
}) => {
  const page = await design(browser, 'desk')
  await test.step('tooltip', async () => {
    await page.getByRole('button', { name: 'Who is this?' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Assign', exact: true }).last()).toBeFocused()
    await expect(page.getByRole('tooltip')).toContainText('Assign')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('tooltip')).toBeHidden()
  })
  await test.step('explanation: a resting mouse opens it and the focus stays, a press takes the focus along', async () => {
    const trigger = page.getByRole('button', { name: 'Why this due time?' })
    const why = page.getByRole('dialog', { name: 'Resolution' })
    const before = page.getByRole('button', { name: 'Who is this?' })
    await before.focus()
    await trigger.hover()
    await expect(why).toBeVisible()
    await why.getByText('Medium priority').hover()
    await page.mouse.move(700, 10)
    await expect(why).toBeHidden()
    await expect(before).toBeFocused()
    await trigger.press('Enter')
    await expect(why).toBeVisible()
    await expect(trigger).not.toBeFocused()
    await page.keyboard.press('Escape')
    await expect(why).toBeHidden()
    await expect(trigger).toBeFocused()
  })
  await test.step('toast', async () => {
    await page.getByRole('button', { name: 'With undo' }).press('Enter')
    const messages = page.getByRole('region', { name: /Messages alt/ })
    // others' messages may come meanwhile
    const clock = messages.getByRole('listitem').filter({ hasText: 'Ticket deleted' }).locator('.toast-timer')
    await expect(messages).toContainText('Ticket deleted')
    await expect(clock).toHaveCSS('animation-play-state', 'running')
    await messages.getByText('Ticket deleted').hover()
    await expect(clock).toHaveCSS('animation-play-state', 'paused')
    await page.mouse.move(700, 10)
    await expect(clock).toHaveCSS('animation-play-state', 'running')
    await messages.getByRole('button', { name: 'Undo' }).focus()
    await expect(clock).toHaveCSS('animation-play-state', 'paused')
    await page.keyboard.press('Enter')
    await expect(messages).toContainText('It is back')
  })
})

test('a day is typed as in India or picked by keys, and a time steps by quarters of an hour', async ({ browser }) => {
  const page = await design(browser, 'desk')
  const day = page.getByLabel('Renews on')
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await test.step('typed', async () => {
    await day.fill('5.3.27')
    await day.press('Tab')
    await expect(day).toHaveValue('05/03/2027')
  })
  await test.step('picked', async () => {
    const opener = page.getByRole('button', { name: 'Choose a day' }).first()
    await opener.press('Enter')
    // its code comes when it is first opened
    await expect(calendar.getByRole('grid')).toBeVisible({ timeout: 60_000 })
    await expect(calendar.getByRole('button', { name: /Friday, 5 March 2027/ })).toBeFocused()
    await expect(calendar.locator('th').first()).toContainText('Mo')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    await expect(calendar.getByRole('button', { name: /13 April 2027/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(calendar).toBeHidden()
    await expect(day).toHaveValue('13/04/2027')
    await expect(opener).toBeFocused()
  })
  await test.step('Escape changes nothing', async () => {
    await page.getByRole('button', { name: 'Choose a day' }).first().press('Enter')
    await expect(calendar).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(calendar).toBeHidden()
    await expect(day).toHaveValue('13/04/2027')
  })
  await test.step('time', async () => {
    const time = page.getByLabel('First noticed, time')
    await time.fill('5:30 pm')
    await time.press('Tab')
    await expect(time).toHaveValue('17:30')
    await time.press('ArrowUp')
    await expect(time).toHaveValue('17:45')
  })
})

test('a part that breaks leaves the rest alone and can be tried again', async ({ browser }) => {
  const page = await design(browser, 'phone')
  await page.getByRole('button', { name: 'Break this part' }).tap()
  const broken = page.getByRole('alert').filter({ hasText: 'This part did not show' })
  await expect(broken).toContainText('Loading it again usually helps')
  await broken.getByRole('button', { name: 'Try again' }).tap()
  await expect(page.getByRole('button', { name: 'Break this part' })).toBeVisible()
})

test('nothing moves for those who asked for that, and forced colours still tell what is chosen', async ({
  browser,
}) => {
  const page = await design(browser, 'desk')
  const bar = page.locator('[aria-busy=true] > span').first()
  await expect(bar).toHaveCSS('animation-name', 'busy')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(bar).toHaveCSS('animation-name', 'none')

  await page.emulateMedia({ forcedColors: 'active' })
  const ground = (name: string) =>
    page
      .getByRole('radiogroup', { name: 'How bad is it?' })
      .getByRole('radio', { name })
      .locator('..')
      .evaluate((label) => getComputedStyle(label).backgroundColor)
  await expect.poll(async () => (await ground('4')) !== (await ground('3'))).toBe(true)
})

async function design(browser: Browser, device: Device): Promise<Page> {
  const { page } = await signIn(browser, 'member1.operations', device)
  await page.goto('/design', { timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Design', exact: true })).toBeVisible({ timeout: 60_000 })
  return page
}

/**
 * Whatever can be pressed measures 44 px at least: by itself, or together with its label (checkbox, switch), or as all there is
 * to press within the 44 px border of its control, whose lines take one each.
 */
async function everyTargetFitsAThumb(page: Page) {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main :is(button, a[href], input, select, textarea, summary, [role=switch], [role=tab], [role=combobox])',
      ),
    ]
      .filter((each) => each.checkVisibility() && !each.closest('[inert], [aria-hidden=true]'))
      .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < 42 || box.width < 42))
      .map(({ each, box }) => `${each.innerText || each.ariaLabel || each.outerHTML}: ${box.width} × ${box.height}`),
  )
  expect(small).toEqual([])
}

import { expect, type Page, test } from '@playwright/test'
import { openLine } from '../line.ts'
import { apiFor, signIn } from '../people.ts'
import { getToKnowTheStudio, logTicket, startTicket } from '../tickets.ts'
import { withoutSeriousFindings, withoutSmallTargets } from '../usable.ts'

/** A real image, of whatever is on screen. */
const photo = async (page: Page, name = 'panel.png') => ({
  name,
  mimeType: 'image/png',
  buffer: await page.screenshot(),
})

/** Of so many bytes, in nothing a browser could make smaller. */
const scan = (name: string, size: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 'x')]),
})

// drafts follow their person to every device, so each test has people of its own

const addedFiles = (page: Page) => page.getByRole('list', { name: 'Added files' })

test('on a phone a ticket with a photo takes six taps', async ({ browser }) => {
  const { page } = await signIn(browser, 'member5.operations', 'phone', { at: '/tickets' })
  await test.step('the studio is known from the ticket before', () => getToKnowTheStudio(page))
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps++
    await target.tap()
  }
  const picture = await photo(page)

  await tap(page.getByRole('link', { name: 'New' }))
  await expect(page.getByRole('combobox', { name: 'Search categories' })).toBeFocused()
  await page.keyboard.type('noise')
  await tap(page.getByRole('option', { name: /Noise Disturbance/ }))
  await expect(page.getByRole('dialog', { name: 'What is it about?' })).toBeHidden()
  await tap(page.getByRole('radio', { name: 'Building work' }))
  await tap(page.getByRole('radiogroup', { name: /How important/ }).getByRole('radio', { name: '4' }))
  const chooser = page.waitForEvent('filechooser')
  await tap(page.getByRole('button', { name: 'Add a photo' }))
  await (await chooser).setFiles(picture)
  await tap(page.getByRole('button', { name: 'Log ticket' }))

  await expect(page.getByRole('heading', { name: /Noise Disturbance, / })).toBeVisible()
  expect(taps).toBe(6)
  await expect(page.getByRole('button', { name: 'Open panel' }).locator('img')).toBeVisible()
  await withoutSmallTargets(page)
})

test('photos and files are chosen, dropped and pasted, looked at one by one, and removed again', async ({
  browser,
}) => {
  const { page } = await signIn(browser, 'member6.operations', 'desk')
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  const title = `Files ${Date.now()}`
  await page.getByLabel('Title').fill(title)

  await test.step('each way of adding one', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles([await photo(page), scan('bill.pdf', 1000)])
    await bring(page, 'drop', page.getByRole('form', { name: 'New ticket' }), 'dropped.txt')
    await bring(page, 'paste', page.getByLabel('Description'), 'pasted.txt')
    await expect(addedFiles(page).getByRole('button', { name: /^Take out/ })).toHaveCount(4)
    await withoutSeriousFindings(page, 'files of a new ticket')
    await page.getByRole('button', { name: 'Take out dropped.txt' }).click()
    await expect(addedFiles(page).getByRole('listitem')).toHaveCount(3)
  })

  await test.step('they are still there after a reload', async () => {
    await page.reload()
    await expect(addedFiles(page).getByText('bill.pdf')).toBeVisible()
    await expect(addedFiles(page).getByRole('listitem')).toHaveCount(3)
  })

  await page.getByRole('button', { name: 'Log ticket' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByRole('button')).toHaveCount(3)
  // in the order in which they were chosen, although a photo is made smaller before it goes
  const inOrder = ['panel', 'bill.pdf', 'pasted.txt'].map((name) => page.getByRole('button', { name: `Open ${name}` }))
  for (const [index, file] of inOrder.entries())
    await expect(files.getByRole('button').nth(index).and(file)).toBeVisible()

  await test.step('in the viewer, by keyboard', async () => {
    await files.getByRole('button', { name: 'Open panel' }).focus()
    await page.keyboard.press('Enter')
    const viewer = page.getByRole('dialog', { name: /^panel/ })
    await expect(viewer.getByRole('img')).toBeVisible()
    expect(
      await viewer
        .getByRole('img')
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100)
    await withoutSeriousFindings(page, 'the viewer')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('dialog', { name: 'bill.pdf' })).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save' }).click()
    expect((await download).suggestedFilename()).toBe('bill.pdf')
    await page.keyboard.press('Escape')
    await expect(files.getByRole('button', { name: 'Open panel' })).toBeFocused()
  })

  await test.step('removed', async () => {
    await files.getByRole('button', { name: 'Open pasted.txt' }).click()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove file' }).click()
    await expect(files.getByRole('button')).toHaveCount(2)
    await expect(page.getByText('removed the file pasted.txt')).toBeVisible()
  })
})

/** As the browser does with a text file that is dropped on, or pasted into, something. */
async function bring(page: Page, how: 'drop' | 'paste', target: ReturnType<Page['locator']>, name: string) {
  const data = await page.evaluateHandle((file) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['a few words'], file, { type: 'text/plain' }))
    return transfer
  }, name)
  if (how === 'drop') {
    await target.dispatchEvent('dragover', { dataTransfer: data })
    await target.dispatchEvent('drop', { dataTransfer: data })
  } else {
    await target.evaluate((element, clipboardData) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, data)
  }
}

test('on a bad line one goes on typing, the ticket waits for its file, and the file goes on where it was cut', async ({
  browser,
}) => {
  const line = await openLine()
  const { page, api } = await signIn(browser, 'member4.operations', 'desk', { address: line.address })
  await page.goto('/tickets/new')
  await startTicket(page, 'booking fail', 'Booking Failures')
  await page.getByRole('radio', { name: 'No', exact: true }).check()

  line.holdAfter(3_000_000)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(scan('scan.pdf', 5_000_000))
  await expect(page.getByRole('progressbar', { name: 'scan.pdf is being sent' })).toBeVisible()
  await line.isHeld
  const title = `Bad line ${Date.now()}`
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Log ticket' }).click()
  await expect(page.getByRole('button', { name: 'Waiting for files' })).toBeVisible()
  await page.getByLabel('Description').fill('Typed while it is being sent')

  const rest = page.waitForRequest((request) => Number(request.headers()['upload-offset']) > 1_000_000)
  line.holdAfter(Number.POSITIVE_INFINITY)
  line.cut()
  await rest

  await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Typed while it is being sent')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open scan.pdf' })).toHaveCount(1)
  const { items } = await api<{ items: { title: string }[] }>('/tickets?limit=50')
  expect(items.filter((ticket) => ticket.title === title)).toHaveLength(1)
  line.close()
})

test('a note that is nothing but a photo is seen by a colleague at once', async ({ browser }) => {
  const sender = await signIn(browser, 'lead.technology', 'phone')
  const title = `Photo note ${Date.now()}`
  const { id } = await logTicket(await apiFor('member3.operations'), title)
  const reader = await signIn(browser, 'member3.operations', 'desk')
  await reader.page.goto(`/tickets/${id}`)
  await expect(reader.page.getByRole('heading', { name: title })).toBeVisible()

  const { page } = sender
  await page.goto(`/tickets/${id}`)
  await page.getByRole('button', { name: 'Internal note' }).tap()
  const picture = await photo(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).tap()
  await (await chooser).setFiles(picture)
  await withoutSmallTargets(page)
  await page.getByRole('button', { name: 'Add note' }).tap()
  await expect(page.getByRole('button', { name: 'Open panel' })).toBeVisible()

  await expect(reader.page.getByRole('button', { name: 'Open panel' })).toBeVisible()
})

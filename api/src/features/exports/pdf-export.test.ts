import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Export, exporting } from '@physique57/contracts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exportAtOnce, fetchExport } from '../../test/exported.ts'
import { upload } from '../../test/files.ts'
import { type PdfPage, readPdf } from '../../test/read-pdf.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let t: TestApp
let manager: TestUser
let pages: PdfPage[]

const titles = [
  'शावर में गरम पानी नहीं आ रहा है',
  'AC टपक रहा है – onto the barre, क्षत्रिय ज्ञान श्री कर्म',
  'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4),
  'Parking full 👍🏽 🙏, paid ₹500 to Zoë Šimić',
  'See ![x](HERE/x.png) and <img src="HERE/y.png">',
]

/** Stands for any place a ticket may name. */
const elsewhere = createServer((request, response) => {
  asked.push(request.url)
  response.end()
})
const asked: unknown[] = []

beforeAll(async () => {
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening))
  const here = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager', name: 'अनिता' })
  const reporter = await t.newUser({ team: 'Operations', name: 'Venkataraman'.repeat(9) })
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  for (let number = 0; number < 50; number++) {
    const attachmentIds = number % 5 === 0 ? [(await upload(t, reporter, photo, 'photo.jpg')).id] : []
    await t.newTicket(reporter, {
      title: titles[number % titles.length]?.replaceAll('HERE', here) ?? '',
      attachmentIds,
      assignee: null,
      team: 'Finance',
    })
  }
  await t.runJobs()
  const answer = await exportAtOnce(t, manager, {
    format: 'pdf',
    filter: {},
    columns: ['number', 'title', 'status', 'due', 'studio', 'assignee', 'form.what', 'reporter'],
  })
  const { id } = answer.json<Export>()
  await t.runJobs()
  const { body } = await t.call(manager, exporting.get, { params: { id } })
  expect(body).toMatchObject({ state: 'ready', done: 50, total: 50 })
  pages = await readPdf((await fetchExport(t, manager, id)).rawPayload)
})
afterAll(async () => {
  elsewhere.close()
  await t.stop()
})

test('a PDF of 50 tickets opens and has each of them', () => {
  const text = pages.map((page) => page.text).join(' ')
  expect(new Set(text.match(/P57-\d+/g)).size).toBe(50)
  expect(text.match(/What is the matter/g)).toHaveLength(50)
})

test('every page says which of how many it is', () => {
  expect(pages.length).toBeGreaterThan(3)
  pages.forEach(({ text }, index) => {
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
  })
})

test('no character is a box: not in Hindi, long words, currencies or emoji', () => {
  expect(pages.map(({ boxes }) => boxes)).toEqual(pages.map(() => 0))
  const text = pages.map((page) => page.text).join(' ')
  expect(text).toContain('₹')
  // what no font had
  expect(text).not.toContain('??')
})

test('nothing runs off the page, however long a word is', () => {
  for (const { farthest } of pages) expect(farthest).toBeLessThan(595 - 39)
})

test('the pictures of the tickets are in it, and nothing that a ticket points to', () => {
  expect(pages.reduce((sum, { pictures }) => sum + pictures, 0)).toBe(10)
  expect(asked).toEqual([])
})

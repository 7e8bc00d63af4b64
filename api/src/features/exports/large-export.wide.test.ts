import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { type Export, exporting } from '@physique57/contracts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyTickets } from '../../test/copy-tickets.ts'
import { exportAtOnce, fetchExport, recordsIn } from '../../test/exported.ts'
import { startTestApp, type TestApp, type TestUser } from '../../test/test-app.ts'
import type { Cell, Sheet } from './cell.ts'
import { runExport } from './run-export.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const count = 20_000
let t: TestApp
let manager: TestUser
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.newUser({ role: 'manager' })
  const original = await t.newTicket(await t.newUser(), { assignee: null, team: 'Finance' })
  await copyTickets(t.everything, original.id, Array(count - 1).fill({}))
})
afterAll(() => t.stop())

/** How much more memory there was in use at the highest than at the beginning, in MB. */
async function growthDuring(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss
  let highest = before
  const watching = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 20)
  await work().finally(() => clearInterval(watching))
  return (highest - before) / 1024 / 1024
}

test.each(['csv', 'xlsx'] as const)(
  '20,000 tickets are exported in the background as %s, each once, in little memory',
  async (format) => {
    const answer = await exportAtOnce(t, manager, {
      format,
      filter: {},
      columns: ['number', 'title', 'studio', 'created'],
    })
    expect(answer.statusCode).toBe(202)
    const begun = answer.json<Export>()
    expect(begun).toMatchObject({ state: 'waiting', done: 0, total: null, size: null })

    const growth = await growthDuring(() => runExport(t.app.deps, { exportId: begun.id, userId: manager.id }))

    expect(growth).toBeLessThan(250)
    const { body } = await t.call(manager, exporting.get, { params: { id: begun.id } })
    expect(body).toMatchObject({ state: 'ready', done: count, total: count, reason: null })
    const { rawPayload } = await fetchExport(t, manager, begun.id)
    expect(new Set(format === 'csv' ? numbersInCsv(rawPayload) : numbersInXlsx(rawPayload)).size).toBe(count)
  },
)

const numbersInCsv = (file: Buffer) =>
  recordsIn(file)
    .slice(1)
    .map(([number]) => number)
const numbersInXlsx = (file: Buffer) =>
  strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).match(/P57-\d+/g) ?? []

/** More in one batch than any connection takes in advance. */
const incompressible = Array.from({ length: 500 }, (): Cell[] => [randomBytes(12_000).toString('base64')])

const writers = { csv: writeCsv, xlsx: writeXlsx }

test.each(['csv', 'xlsx'] as const)('nothing more is read for somebody who has gone away: %s', async (format) => {
  let batches = 0
  const closed = Promise.withResolvers<void>()
  const endless = async function* (): Sheet['batches'] {
    try {
      for (;;) {
        batches++
        yield incompressible
      }
    } finally {
      closed.resolve()
    }
  }
  const columns: Sheet['columns'] = [{ label: 'Title', kind: 'text', width: 20 }]
  const server = createServer((_, response) => {
    const table = writers[format]({ columns, batches: endless(), timeZone: 'UTC' })
    void pipeline(table, response).catch(() => undefined)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const leave = new AbortController()
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}`, { signal: leave.signal })
  await response.body?.getReader().read()

  // nobody takes the rest away: soon nothing more is made of it
  await vi.waitFor(
    async () => {
      const before = batches
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(batches).toBe(before)
    },
    { timeout: 20_000 },
  )
  leave.abort()
  await closed.promise
  server.close()
})

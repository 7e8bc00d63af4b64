import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { recordsIn } from '../../test/exported.ts'
import type { Cell, Sheet, SheetColumn } from './cell.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: SheetColumn[] = [
  { label: 'Title', kind: 'text', width: 48 },
  { label: 'Level', kind: 'number', width: 10 },
  { label: 'Created', kind: 'time', width: 18 },
  { label: 'Day', kind: 'day', width: 12 },
]
const sheetOf = (...rows: Cell[][]): Sheet => ({ columns, timeZone: 'Asia/Kolkata', batches: inBatches(rows) })

async function* inBatches(rows: Cell[][]): Sheet['batches'] {
  for (const row of rows) yield [row]
}

const csvOf = (sheet: Sheet) => text(Readable.from(writeCsv(sheet)))

async function xlsxOf(sheet: Sheet) {
  const parts = unzipSync(await buffer(writeXlsx(sheet)))
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array())
}

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠a']

describe('CSV', () => {
  test('is UTF-8 that Excel knows for it, in lines and quotes as RFC 4180 has them', async () => {
    const written = await csvOf(
      sheetOf(
        ['शावर में गरम पानी नहीं आ रहा है', 2, { at: new Date('2026-01-05T01:30:00Z') }, { day: '2026-01-07' }],
        ['Says "cold", and\r\nthen warm', 0, null, null],
      ),
    )
    expect(written).toBe(
      '\ufeffTitle,Level,Created,Day\r\n' +
        'शावर में गरम पानी नहीं आ रहा है,2,2026-01-05 07:00,2026-01-07\r\n' +
        '"Says ""cold"", and\r\nthen warm",0,,\r\n',
    )
  })

  test.each(dangerous)('%j is text, never a formula', async (text) => {
    const [, [field] = []] = recordsIn(await csvOf(sheetOf([text, -5, null, null])))
    expect(field).toBe(`'${text}`)
  })

  test('a number stays a number, also below zero', async () => {
    expect(recordsIn(await csvOf(sheetOf(['', -5, null, null])))[1]).toEqual(['', '-5', '', ''])
  })

  test('a label is no formula either', async () => {
    const labels = [{ label: '=cmd', kind: 'text' as const, width: 9 }]
    expect(await csvOf({ ...sheetOf(), columns: labels })).toBe("\ufeff'=cmd\r\n")
  })
})

describe('XLSX', () => {
  test('has real numbers, days and moments on the clocks of whoever asked', async () => {
    const part = await xlsxOf(sheetOf(['AC', 2, { at: new Date('2026-01-05T01:30:00Z') }, { day: '2026-01-07' }]))
    const row = part('xl/worksheets/sheet1.xml').match(/<row r="2">.*<\/row>/)?.[0]
    // days since 1899-12-30: 7:00 is 7/24 of one
    expect(row).toContain('<c r="B2"><v>2</v></c>')
    expect(Number(row?.match(/<c r="C2" s="\d+"><v>([\d.]+)/)?.[1])).toBeCloseTo(46_027 + 7 / 24, 6)
    expect(row).toMatch(/<c r="D2" s="\d+"><v>46029<\/v>/)
    expect(part('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd hh:mm"')
  })

  test('has a first row that stays, and columns as wide as what is in them', async () => {
    const part = await xlsxOf(sheetOf())
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/)
    expect(sheet).toContain('<col min="1" max="1" width="48" customWidth="true"/>')
    expect(sheet).toContain('<c r="A1" t="inlineStr"><is><t>Title</t></is></c>')
  })

  test.each(dangerous)('%j is text, never a formula', async (text) => {
    const sheet = (await xlsxOf(sheetOf([text, null, null, null])))('xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('<f')
    expect(sheet).toMatch(/<c r="A2" t="inlineStr"><is><t[^>]*>'/)
  })

  test.each([
    ['what XML cannot carry', 'a\uFFFEb\uFFFF', 'ab'],
    ['what reads like a character by its number', '_x0041_', '_x005F_x0041_'],
    ['what reads like mark-up', '<b>&', '&lt;b&gt;&amp;'],
    ['more than a cell holds', 'x'.repeat(40_000), 'x'.repeat(32_767)],
  ])('%s does not break it', async (_, given, expected) => {
    const sheet = (await xlsxOf(sheetOf([given, null, null, null])))('xl/worksheets/sheet1.xml')
    const shown = sheet.match(/<c r="A2" t="inlineStr"><is><t[^>]*>([^<]*)</)?.[1]
    expect(shown?.length).toBe(expected.length)
    expect(shown).toBe(expected)
  })
})

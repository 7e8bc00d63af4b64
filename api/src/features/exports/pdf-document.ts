import type { Content, createPdf } from 'pdfmake'
import { fontRuns } from './pdf-fonts.ts'

type Document = Parameters<typeof createPdf>[0]
type Column = Extract<Content, { columns: unknown }>['columns'][number]

/** What a PDF says, as plain data: another thread makes the document of it. */
export interface PdfReport {
  title: string
  /** Of when, for whom, how many. */
  about: string
  entries: PdfEntry[]
}

export interface PdfEntry {
  heading: string
  facts: { label: string; text: string }[]
  /** As JPEG. */
  pictures: Uint8Array[]
  /** Pictures that are not shown. */
  furtherPictures: number
}

const ink = { text: '#211d1f', quiet: '#6b6266', line: '#ddd6d8' }
const page = { margin: 40, width: 595.28 }
const innerWidth = page.width - 2 * page.margin

/** A4, one entry below the other: any number of columns fits, and long texts wrap. */
export const pdfDocument = ({ title, about, entries }: PdfReport): Document => ({
  pageSize: 'A4',
  pageMargins: [page.margin, page.margin, page.margin, page.margin + 8],
  info: { title, creator: 'Physique 57 tickets' },
  defaultStyle: { font: 'Inter', fontSize: 9, lineHeight: 1.3, color: ink.text },
  footer: (current, count) => ({
    margin: [page.margin, 12, page.margin, 0],
    fontSize: 8,
    color: ink.quiet,
    columns: [
      { text: fontRuns(about), width: '*' },
      { text: `Page ${current} of ${count}`, width: 'auto' },
    ],
  }),
  content: [
    { text: fontRuns(title), fontSize: 16, bold: true },
    { text: fontRuns(about), color: ink.quiet, margin: [0, 2, 0, 10] },
    ...entries.map(entryOf),
  ],
})

function entryOf({ heading, facts, pictures, furtherPictures }: PdfEntry): Content {
  const [first = [], ...rows] = rowsOf(facts).map(
    (row): Content => ({ columns: row, columnGap, margin: [0, 0, 0, 4], unbreakable: row.length > 1 }),
  )
  const stack: Content[] = [
    // a heading never stands alone at the foot of a page
    {
      stack: [line(), { text: fontRuns(heading), fontSize: 11, bold: true, margin: [0, 7, 0, 3] }, first],
      unbreakable: true,
    },
    ...rows,
    ...(pictures.length > 0 ? picturesOf(pictures, furtherPictures) : []),
  ]
  // what fits on a page is kept together
  return { stack, margin: [0, 0, 0, 6], ...(isShort(facts) && { unbreakable: true }) }
}

/** One for each entry: where it is drawn is written into it. */
const line = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidth, y2: 0, lineWidth: 0.5, lineColor: ink.line }],
})

const isShort = (facts: PdfEntry['facts']): boolean => facts.reduce((sum, { text }) => sum + text.length, 0) < 1_000

/** Four short facts a row; a long one has a row to itself. */
const factsInRow = 4
const columnGap = 12
const columnWidth = (innerWidth - (factsInRow - 1) * columnGap) / factsInRow
const longFact = 60

function rowsOf(facts: PdfEntry['facts']): Column[][] {
  const rows: Column[][] = []
  let row: Column[] = []
  for (const fact of facts) {
    const isLong = fact.text.length > longFact || fact.text.includes('\n')
    if (isLong || row.length === factsInRow) {
      if (row.length > 0) rows.push(row)
      row = []
    }
    if (isLong) rows.push([factOf(fact, innerWidth)])
    else row.push(factOf(fact, columnWidth))
  }
  return row.length > 0 ? [...rows, row] : rows
}

/** Of a fixed width: only then is a word that is longer broken, instead of running off the page. */
const factOf = ({ label, text }: { label: string; text: string }, width: number): Column => ({
  width,
  stack: [{ text: fontRuns(label), fontSize: 7.5, color: ink.quiet }, { text: text === '' ? '–' : fontRuns(text) }],
})

const picture = { width: 96, height: 72, inRow: 5 }

function picturesOf(pictures: Uint8Array[], further: number): Content[] {
  const rows = Array.from({ length: Math.ceil(pictures.length / picture.inRow) }, (_, row) =>
    pictures.slice(row * picture.inRow, (row + 1) * picture.inRow),
  )
  return [
    ...rows.map(
      (each): Content => ({
        columns: each.map((jpeg) => ({
          image: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
          fit: [picture.width, picture.height] as [number, number],
          width: picture.width,
        })),
        columnGap: 8,
        margin: [0, 2, 0, 4],
      }),
    ),
    ...(further > 0 ? [{ text: `and ${further} more`, color: ink.quiet }] : []),
  ]
}

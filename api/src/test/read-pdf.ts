import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  text: string
  pictures: number
  /** How often a character was drawn as the box that stands for "no such glyph". */
  boxes: number
  /** How far to the right something is written or drawn, in points. */
  farthest: number
}

/** The pages of a PDF as Firefox reads them. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await loading.promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { items } = await page.getTextContent()
      const { fnArray, argsArray } = await page.getOperatorList()
      const glyphs = fnArray.flatMap((operation, at) => (operation === OPS.showText ? glyphsIn(argsArray[at]) : []))
      return {
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        pictures: fnArray.filter((operation) => operation === OPS.paintImageXObject).length,
        // the first glyph of every font is that box
        boxes: glyphs.filter((glyph) => glyph === 0).length,
        farthest: Math.max(
          ...items.map((item) => ('str' in item ? item.transform[4] + item.width : 0)),
          ...fnArray.map((operation, at) => (operation === OPS.constructPath ? rightOf(argsArray[at]) : 0)),
        ),
      }
    }),
  )
  await loading.destroy()
  return pages
}

/** Of what is drawn: its last part is left, top, right and bottom. */
const rightOf = (drawn: unknown): number => (drawn as [unknown, unknown, Float32Array | null])[2]?.[2] ?? 0

/** Which glyphs of its font a piece of text shows; the numbers between them move the pen. */
const glyphsIn = (shown: unknown): number[] =>
  (shown as [(number | { originalCharCode: number })[]])[0].flatMap((each) =>
    typeof each === 'number' ? [] : [each.originalCharCode],
  )

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  text: string
  pictures: number
  /** How often a character was drawn as the box that stands for "no such glyph". */
  boxes: number
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
      }
    }),
  )
  await loading.destroy()
  return pages
}

/** Which glyphs of its font a piece of text shows; the numbers between them move the pen. */
const glyphsIn = (shown: unknown): number[] =>
  (shown as [(number | { originalCharCode: number })[]])[0].flatMap((each) =>
    typeof each === 'number' ? [] : [each.originalCharCode],
  )

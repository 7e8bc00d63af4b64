import { fileURLToPath } from 'node:url'
import { openSync } from 'fontkit'

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(`@fontsource/${name}.woff`))
const weightsOf = (name: string) => ({ normal: fileOf(`${name}-400-normal`), bold: fileOf(`${name}-600-normal`) })
const emoji = fileOf('noto-emoji/files/noto-emoji-emoji-400-normal')

/** The first that has a character draws it. */
export const fonts = {
  Inter: weightsOf('inter/files/inter-latin'),
  'Inter Extended': weightsOf('inter/files/inter-latin-ext'),
  Devanagari: weightsOf('noto-sans-devanagari/files/noto-sans-devanagari-devanagari'),
  Emoji: { normal: emoji, bold: emoji },
}
type FontName = keyof typeof fonts

const chain = (Object.keys(fonts) as FontName[]).map((name) => {
  const font = openSync(fonts[name].normal)
  // never a collection of fonts: those have a file name of their own
  if (!('characterSet' in font)) throw new Error(`${name} is no font`)
  // some characters are listed and have no glyph all the same
  return { name, has: new Set(font.characterSet.filter((point) => font.hasGlyphForCodePoint(point))) }
})

export interface Run {
  text: string
  font: FontName
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Text in pieces of one font each. What no font has becomes a question mark, never a box; spaces and signs stay with the
 * words before them, so that a phrase is shaped as a whole.
 */
export function fontRuns(text: string): Run[] {
  const runs: Run[] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1)
    const run = drawn(segment, last?.font)
    if (last && last.font === run.font) last.text += run.text
    else runs.push(run)
  }
  return runs
}

function drawn(segment: string, before: FontName | undefined): Run {
  const points = [...segment].map((character) => character.codePointAt(0) ?? 0)
  const same = before !== 'Emoji' && isNeutral(segment) && chain.find(({ name }) => name === before)
  const whole = same && hasAll(same.has, points) ? same : chain.find(({ has }) => hasAll(has, points))
  if (whole) return { text: segment, font: whole.name }
  // a mark that only chooses how a character looks (emoji or text, skin, direction) may be left out
  const base = chain.find(({ has }) => has.has(points[0] ?? 0))
  return base
    ? { text: String.fromCodePoint(...points.filter((point) => base.has.has(point))), font: base.name }
    : { text: isInvisible(segment) ? '' : '?', font: before ?? 'Inter' }
}

const hasAll = (has: Set<number>, points: number[]): boolean =>
  points.every((point) => has.has(point) || point === LINE)
const LINE = 10
const isNeutral = (segment: string): boolean => /^[\s\p{P}]+$/u.test(segment)
const isInvisible = (segment: string): boolean => /^[\p{Cf}\p{Cc}\p{M}\s]+$/u.test(segment)

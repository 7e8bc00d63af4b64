/** A stretch of a text, and whether it is what somebody looked for. */
export interface MarkedText {
  text: string
  isHit: boolean
}

/** What was looked for: words in any form, and phrases. */
interface Looked {
  words: readonly string[]
  phrases: readonly string[]
}

/** Finds in a text the words somebody looked for, also in another form or with one typing error, to be shown marked. */
export function markWords(text: string, { words, phrases }: Looked): MarkedText[] {
  const wanted = [...words, ...phrases].flatMap((each) => wordsOf(each).map(({ plain }) => plain))
  const hits = wordsOf(text).filter(({ plain }) => wanted.some((word) => isSameWord(word, plain)))
  const parts: MarkedText[] = []
  let at = 0
  for (const { from, to } of hits) {
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false })
    parts.push({ text: text.slice(from, to), isHit: true })
    at = to
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isHit: false })
  return parts
}

/** The part of a long text around the first hit, begun and ended at a word. */
export function excerpt(text: string, looked: Looked, length = 160): MarkedText[] {
  const whole = text.replace(/\s+/gu, ' ').trim()
  const first = markWords(whole, looked)
  const before = first[0]?.isHit === false && first.length > 1 ? first[0].text.length : 0
  if (whole.length <= length) return first
  const wished = Math.max(0, Math.min(before - length / 4, whole.length - length))
  const from = wished > 0 ? whole.lastIndexOf(' ', wished) + 1 : 0
  const end = whole.lastIndexOf(' ', from + length)
  const to = end > from + length / 2 ? end : from + length
  const shown = `${from > 0 ? '… ' : ''}${whole.slice(from, to)}${to < whole.length ? ' …' : ''}`
  return markWords(shown.toWellFormed(), looked)
}

export const hasHits = (parts: readonly MarkedText[]): boolean => parts.some(({ isHit }) => isHit)

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}’']+/gu)].map(({ 0: word, index }) => ({
    plain: plainWord(word),
    from: index,
    to: index + word.length,
  }))

/** Without case, accents, apostrophes and nuktas, as the search compares words. */
const plainWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u093c’']/g, '')
    .toLowerCase()

function isSameWord(wanted: string, word: string): boolean {
  if (wanted === '' || word === '') return false
  if (word.startsWith(wanted) || stemOf(word) === stemOf(wanted)) return true
  return wanted.length >= 4 && word.length >= 4 && !/\d/.test(wanted) && isOneErrorApart(wanted, word)
}

const stemOf = (word: string): string => {
  const stem = word.replace(/(ings?|ers?|edly|ed|ly|es|s)$/, '').replace(/e$/, '')
  return stem.length >= 3 ? stem : word
}

/** One letter wrong, missing, too many, or two swapped. */
function isOneErrorApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

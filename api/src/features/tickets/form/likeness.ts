/** What is being written, and a ticket that stands: the same subcategory is given. */
export interface Likeness {
  isSameStudio: boolean
  /** From `likenessOfWords`. */
  words: number
}

/** From this on a ticket is shown as a possible duplicate. */
export const likelyEnough = 0.5

/** 0 to 1. The place alone is a hint, the words alone are too if nearly all of them agree. */
export const likeness = ({ isSameStudio, words }: Likeness): number => (isSameStudio ? 0.5 : 0) + words / 2

/** The share of the shorter text's telling words that the longer one has as well: 0 (nothing in common) to 1. */
export function likenessOfWords(a: string, b: string): number {
  const [shorter = new Set<string>(), longer = new Set<string>()] = [wordsOf(a), wordsOf(b)].sort(
    (x, y) => x.size - y.size,
  )
  return shorter.size === 0 ? 0 : shorter.intersection(longer).size / shorter.size
}

/** Letters of any script; words that say nothing are left out, and a plural is its singular. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [])
      .filter((word) => !saysNothing.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  )

const saysNothing = new Set(
  'the and for was were has had not with that this from are but our her his she they too out very again still at in on of to is it an no'.split(
    ' ',
  ),
)

import type { Category, Subcategory } from '@physique57/contracts'
import { likelyMeant } from './spelling.ts'

/** Half-open stretch of a text that matched, for underlining. */
export type Range = readonly [from: number, to: number]

export interface PickerHit {
  category: Category
  subcategory: Subcategory
  nameRanges: Range[]
  /** The other word it was found by, when the name alone does not explain the hit. */
  alias: { text: string; ranges: Range[] } | null
  categoryRanges: Range[]
}

/** Best first. */
const rank = {
  exact: 0,
  exactAlias: 1,
  namePrefix: 2,
  nameWord: 3,
  aliasPrefix: 4,
  aliasWord: 5,
  inName: 6,
  inAlias: 7,
  inCategory: 8,
}

/** Finds subcategories by name, alias or category; every word of the query has to be found, at least as it was probably meant. */
export function searchCatalogue(categories: Category[], query: string): PickerHit[] {
  const needle = fold(query).text.trim()
  if (needle === '') return []
  const hits = findExactly(categories, needle)
  return hits.length > 0 ? hits : findExactly(categories, asMeant(categories, needle))
}

/** Words that nothing here begins with, put right. */
function asMeant(categories: Category[], needle: string): string {
  const said = categories.flatMap(({ name, subcategories }) => [
    name,
    ...subcategories.flatMap((each) => [each.name, ...each.aliases]),
  ])
  const words = new Set(said.flatMap((text) => fold(text).text.split(/\s+/)))
  return needle
    .split(/\s+/)
    .map((typed) => ([...words].some((word) => word.startsWith(typed)) ? typed : (likelyMeant(typed, words) ?? typed)))
    .join(' ')
}

function findExactly(categories: Category[], needle: string): PickerHit[] {
  const ranked = categories.flatMap((category) =>
    category.subcategories.flatMap((subcategory) => {
      const match = matchWhole(category, subcategory, needle) ?? matchWords(category, subcategory, needle)
      return match ? [match] : []
    }),
  )
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ hit }) => hit)
}

interface Match {
  rank: number
  /** How far into the text the hit begins; earlier is better among equals. */
  at: number
  hit: PickerHit
}

function matchWhole(category: Category, subcategory: Subcategory, needle: string): Match | undefined {
  const name = find(subcategory.name, needle)
  const alias = bestAlias(subcategory, needle)
  const inCategory = find(category.name, needle)
  const hit = (found: Partial<PickerHit>): PickerHit => ({
    category,
    subcategory,
    nameRanges: name ? [name.range] : [],
    alias: null,
    categoryRanges: [],
    ...found,
  })
  const byAlias = (level: number): Match | undefined =>
    alias && {
      rank: level,
      at: alias.found.at,
      hit: hit({ alias: { text: alias.text, ranges: [alias.found.range] } }),
    }

  if (name?.how === 'exact') return { rank: rank.exact, at: 0, hit: hit({}) }
  if (alias?.found.how === 'exact') return byAlias(rank.exactAlias)
  if (name?.how === 'prefix') return { rank: rank.namePrefix, at: 0, hit: hit({}) }
  if (name?.how === 'word') return { rank: rank.nameWord, at: name.at, hit: hit({}) }
  if (alias?.found.how === 'prefix') return byAlias(rank.aliasPrefix)
  if (alias?.found.how === 'word') return byAlias(rank.aliasWord)
  if (name) return { rank: rank.inName, at: name.at, hit: hit({}) }
  if (alias) return byAlias(rank.inAlias)
  if (inCategory && inCategory.how !== 'inside') {
    return { rank: rank.inCategory, at: inCategory.at, hit: hit({ categoryRanges: [inCategory.range] }) }
  }
  return undefined
}

/** "billing refund": each word somewhere in name, alias or category, ranked by its weakest word. */
function matchWords(category: Category, subcategory: Subcategory, needle: string): Match | undefined {
  const words = needle.split(/\s+/)
  if (words.length < 2) return undefined
  const matches = words.map((word) => matchWhole(category, subcategory, word))
  const found = matches.filter((match) => match !== undefined)
  if (found.length < words.length) return undefined
  return {
    rank: Math.max(...found.map((match) => match.rank)),
    at: Math.min(...found.map((match) => match.at)),
    hit: {
      category,
      subcategory,
      nameRanges: mergeRanges(found.flatMap((match) => match.hit.nameRanges)),
      alias: found.find((match) => match.hit.alias)?.hit.alias ?? null,
      categoryRanges: mergeRanges(found.flatMap((match) => match.hit.categoryRanges)),
    },
  }
}

const howGood = { exact: 0, prefix: 1, word: 2, inside: 3 }

function bestAlias(subcategory: Subcategory, needle: string) {
  const found = subcategory.aliases.flatMap((text) => {
    const hit = find(text, needle)
    return hit ? [{ text, found: hit }] : []
  })
  return found.sort((a, b) => howGood[a.found.how] - howGood[b.found.how])[0]
}

interface Found {
  how: keyof typeof howGood
  at: number
  range: Range
}

function find(text: string, needle: string): Found | undefined {
  const folded = fold(text)
  const at = wordStart(folded.text, needle) ?? folded.text.indexOf(needle)
  if (at < 0) return undefined
  const range: Range = [folded.origin[at] ?? 0, (folded.origin[at + needle.length - 1] ?? 0) + 1]
  if (folded.text === needle) return { how: 'exact', at, range }
  if (at === 0) return { how: 'prefix', at, range }
  return { how: folded.text[at - 1] === ' ' ? 'word' : 'inside', at, range }
}

function wordStart(text: string, needle: string): number | undefined {
  if (text.startsWith(needle)) return 0
  const at = text.indexOf(` ${needle}`)
  return at < 0 ? undefined : at + 1
}

/** Lower case; "E-mail" becomes "email", other punctuation a space. `origin` leads back to the shown text. */
function fold(shown: string): { text: string; origin: number[] } {
  let text = ''
  const origin: number[] = []
  for (let index = 0; index < shown.length; index += 1) {
    const letter = (shown[index] ?? '').toLowerCase()
    if (/[-'’.]/.test(letter)) continue
    text += /[\p{L}\p{M}\p{N}]/u.test(letter) ? letter : ' '
    for (let copies = 0; copies < letter.length; copies += 1) origin.push(index)
  }
  return { text, origin }
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

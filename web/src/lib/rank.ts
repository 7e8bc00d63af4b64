interface Findable {
  label: string
  hint?: string | undefined
  keywords?: readonly string[]
}

/** Those that fit what was typed, best first: an alias that is the word itself, then starts of the label, of a word in it, of an alias, then anywhere. */
export function rank<T extends Findable>(options: readonly T[], query: string): T[] {
  const wanted = fold(query)
  if (wanted === '') return [...options]
  return options
    .map((option, index) => ({ option, index, score: scoreOf(option, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ option }) => option)
}

function scoreOf(option: Findable, wanted: string): number {
  const label = fold(option.label)
  const aliases = (option.keywords ?? []).map(fold)
  if (label === wanted) return 8
  if (aliases.includes(wanted)) return 7
  if (label.startsWith(wanted)) return 6
  if (startsWord(label, wanted)) return 5
  if (aliases.some((alias) => startsWord(alias, wanted))) return 4
  if (label.includes(wanted)) return 3
  if (startsWord(fold(option.hint ?? ''), wanted)) return 2
  const all = [label, fold(option.hint ?? ''), ...aliases].join(' ')
  return wanted.split(' ').every((word) => startsWord(all, word)) ? 1 : 0
}

const startsWord = (text: string, wanted: string): boolean => ` ${text}`.includes(` ${wanted}`)

/** Case and accents do not count, punctuation separates words. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, (mark) => (/[\u0300-\u036f]/.test(mark) ? '' : mark))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** The text in parts, every second one being what was typed: ['Class P', 'ac', 'ing']. One part when it does not occur. */
export function marked(text: string, query: string): string[] {
  const wanted = query.trim().toLowerCase()
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at, at + wanted.length), text.slice(at + wanted.length)]
}

/** The word that was probably meant: one letter off, two in a long word; it may be unfinished. undefined when none is that close. */
export function likelyMeant(typed: string, words: Iterable<string>): string | undefined {
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  let [best, least] = [undefined as string | undefined, allowed + 1]
  for (const word of words) {
    for (let length = typed.length - allowed; length <= typed.length + allowed; length++) {
      const start = word.slice(0, length)
      // the first letter is seldom wrong, and most words differ there
      if (start.length < length || start[0] !== typed[0]) continue
      const off = lettersOff(typed, start)
      if (off < least) [best, least] = [start, off]
    }
  }
  return best
}

/** Letters too many, missing, changed or swapped with their neighbour (optimal string alignment). */
function lettersOff(a: string, b: string): number {
  let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, change, isSwap ? at(before, j - 2) + 1 : change))
    }
    ;[before, above] = [above, row]
  }
  return at(above, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY

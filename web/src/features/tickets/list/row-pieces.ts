/** A row by its place, or a gap of so many rows that are not drawn. */
export type RowPiece = { index: number } | { gap: number; from: number }

/** These rows in their places, of so many in all. */
export function withGaps(indexes: readonly number[], count: number): RowPiece[] {
  const pieces: RowPiece[] = []
  let next = 0
  for (const index of [...indexes, count]) {
    if (index > next) pieces.push({ gap: index - next, from: next })
    if (index < count) pieces.push({ index })
    next = index + 1
  }
  return pieces
}

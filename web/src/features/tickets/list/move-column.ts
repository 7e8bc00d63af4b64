/** The same columns with one of them in another place; beyond the ends it stays at the end. */
export function moveColumn<K>(columns: readonly K[], column: K, to: number): K[] {
  const others = columns.filter((each) => each !== column)
  return others.toSpliced(Math.max(0, to), 0, column)
}

/** The same things with one of them at another place; out of range, as they were. */
export function moved<T>(all: T[], from: number, to: number): T[] {
  const one = all[from]
  if (one === undefined || from === to || to < 0 || to >= all.length) return all
  return all.toSpliced(from, 1).toSpliced(to, 0, one)
}

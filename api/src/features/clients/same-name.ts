/** Whether two ways of writing a name may mean one person: families share a phone, so a number alone does not tell. */
export function isSameName(a: string, b: string): boolean {
  const [fewer = [], more = []] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length)
  return fewer.length > 0 && fewer.every((part) => more.some((other) => fits(part, other)))
}

/** "N." stands for "Nadkarne". */
const fits = (a: string, b: string): boolean => (a.length < b.length ? b.startsWith(a) : a.startsWith(b))

const partsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

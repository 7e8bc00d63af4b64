/** Whether lists and objects lie deeper in each other than that. Goes step by step, so that no depth is too much for it. */
export function isDeeperThan(most: number, value: unknown): boolean {
  const waiting = [{ value, depth: 1 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > most) return true
    const depth = next.depth + 1
    for (const part of Object.values(next.value)) waiting.push({ value: part, depth })
  }
  return false
}

/** Runs at most so many at once; the others wait their turn. */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < limit) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // a place is handed over, not given back: somebody who has just come would take it as well
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

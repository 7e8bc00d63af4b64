import { createHash } from 'node:crypto'

/** Chance that repeats: the same seed gives the same sequence. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** Whole, both ends included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** By weights, in any unit. */
  pickWeighted<T>(from: readonly T[], weightOf: (item: T) => number): T
}

export function randomFrom(seed: string): Random {
  const next = mulberry32(createHash('sha256').update(seed).digest().readUInt32LE())
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))

  function pick<T>(from: readonly T[]): T {
    const item = from[int(0, from.length - 1)]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }

  function pickWeighted<T>(from: readonly T[], weightOf: (item: T) => number): T {
    let left = next() * from.reduce((sum, item) => sum + weightOf(item), 0)
    for (const item of from) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    return pick(from)
  }

  return { next, int, chance: (probability) => next() < probability, pick, pickWeighted }
}

/** Tommy Ettinger's generator; small, fast, and good enough for stories. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

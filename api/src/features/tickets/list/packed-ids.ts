import { parse, stringify } from 'uuid'

const BYTES = 16

/** Ids in an order, 16 bytes each: a million of them are no burden. */
export const pack = (ids: string[]): Buffer => Buffer.concat(ids.map((id) => parse(id)))

export const countPacked = (packed: Buffer): number => packed.length / BYTES

/** Those from `start` on, at most so many. */
export function unpack(packed: Buffer, start: number, limit: number): string[] {
  const end = Math.min(start + limit, countPacked(packed))
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => stringify(packed, (start + index) * BYTES))
}

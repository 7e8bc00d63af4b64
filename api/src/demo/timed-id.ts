import { createHash } from 'node:crypto'

/** A version 7 UUID that is the same in every run; those of one instant sort by `sequence` (below 4096). */
export function timedId(at: Date, sequence: number, name: string): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const order = sequence.toString(16).padStart(3, '0')
  const rest = createHash('sha256').update(name).digest('hex').slice(0, 15)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(0, 3)}-${rest.slice(3)}`
}

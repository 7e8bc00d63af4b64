import { environmentWith } from '../config.ts'
import { freePort } from '../embedded/ports.ts'

const FIRST = 24_000
const EACH = 100

/**
 * A free port that no other worker of this run will take, so that what is stopped finds it free when it comes back. Below
 * those that outgoing connections take.
 */
export function ownPort(): Promise<number> {
  return freePort(FIRST + EACH * Number(environmentWith({}).VITEST_POOL_ID ?? 0))
}

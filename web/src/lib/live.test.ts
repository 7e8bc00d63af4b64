import { expect, test } from 'vitest'
import { waitBefore } from './live.ts'

test.each([
  ['after a clean end, about the shortest wait', 0, 0.5, 750],
  ['doubles with each failure', 3, 1, 8_000],
  ['spread downwards', 3, 0, 500],
  ['never more than half a minute', 20, 1, 30_000],
])('%s', (_, failures, random, wait) => expect(waitBefore(failures, 1_000, random)).toBe(wait))

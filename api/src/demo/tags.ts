import { sortedTags } from '@physique57/contracts'
import type { Report } from './report.ts'

/** What the desk would mark such a ticket with, by what is said of it. */
const marks: readonly [tag: string, said: RegExp][] = [
  ['refund', /refund/i],
  ['vendor', /vendor|technician|plumber|electrician/i],
  ['app', /\bapp\b|ios|android/i],
  ['monsoon', /\brain|leak|damp/i],
  ['goodwill', /guest pass|free class|complimentary/i],
]

export function tagsOf({ title, description, notes, replies, resolution, client }: Report): string[] {
  const said = [title, description, ...notes, ...replies, resolution].join(' ')
  const usual = marks.filter(([, pattern]) => pattern.test(said)).map(([tag]) => tag)
  return sortedTags(client && usual.includes('refund') ? [...usual, 'call back'] : usual)
}

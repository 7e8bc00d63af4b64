import type { Answers, Priority } from '@physique57/contracts'

/**
 * Something that happens at a studio, to be told many times with other people, places and days. Texts may use
 * `{client}`, `{trainer}`, `{class}`, `{package}`, `{amount}`, `{day}` and `{time}`.
 */
export interface Incident {
  subcategory: string
  /** Left out: "{subcategory}, {studio}", as when nobody types one. */
  title?: string
  description: string
  /** What the description says; the other questions are answered at random. */
  answers?: Answers
  priority?: Priority
  actionTaken?: string
  /** What the client is told, in order. */
  replies: readonly string[]
  /** What colleagues write among themselves. */
  notes: readonly string[]
  resolution: string
  /** How common it is; 1 unless said. */
  weight?: number
}

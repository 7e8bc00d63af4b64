import { type MarkedText, type RelatedTicket, type SearchHit, statusLabel, type Ticket } from '@physique57/contracts'
import { rank } from '../../../lib/rank.ts'
import { because } from '../detail/related-tickets.tsx'

/** A ticket another may become part of. */
export interface MergeTarget {
  id: string
  key: string
  title: string
  /** Its state, and why it is offered. */
  hint: string
  /** Where the server found what was typed. */
  marks?: readonly MarkedText[]
}

const inWords = (...parts: string[]) => parts.filter(Boolean).join(', ')

export const asRelated = (ticket: RelatedTicket): MergeTarget => ({
  ...ticket,
  hint: inWords(statusLabel[ticket.status], because(ticket).toLowerCase()),
})

export const asFound = ({ id, key, title, status, studio }: SearchHit): MergeTarget => ({
  id,
  key,
  title: title.map(({ text }) => text).join(''),
  hint: inWords(statusLabel[status], studio),
  marks: title,
})

/** What was opened lately comes after what is alike; each once, and the ticket itself never. */
export function targetsFor(
  ticket: Pick<Ticket, 'id'>,
  alike: readonly MergeTarget[],
  opened: readonly { id: string; key: string; title: string }[] = [],
): MergeTarget[] {
  const lately = opened.map((each) => ({ ...each, hint: 'opened lately' }))
  return eachOnce([...alike, ...lately].filter(({ id }) => id !== ticket.id))
}

export const labelOf = ({ key, title }: MergeTarget): string => `${key} ${title}`

/**
 * What fits the typed words. Those already offered stay in place when the server's answer comes, so that none moves away under a
 * thumb; what only the server found comes after them.
 */
export function targetsFitting(
  offered: readonly MergeTarget[],
  typed: string,
  found: readonly MergeTarget[],
): MergeTarget[] {
  const known = rank(
    offered.map((target) => ({ target, label: labelOf(target) })),
    typed,
  ).map(({ target }) => found.find(({ id }) => id === target.id) ?? target)
  return eachOnce([...known, ...found])
}

const eachOnce = (targets: readonly MergeTarget[]): MergeTarget[] =>
  targets.filter((each, index) => targets.findIndex(({ id }) => id === each.id) === index)

import { type MarkedText, type RelatedTicket, type SearchHit, statusLabel, type Ticket } from '@physique57/contracts'
import { because } from '../detail/related-tickets.tsx'

/** A ticket another may become part of. */
export interface MergeTarget {
  id: string
  key: string
  title: string
  /** Its state, and why it is offered. */
  hint: string
  marks: readonly MarkedText[]
}

const inWords = (...parts: string[]) => parts.filter(Boolean).join(', ')

export const asRelated = (ticket: RelatedTicket): MergeTarget => ({
  ...ticket,
  hint: inWords(statusLabel[ticket.status], because(ticket).toLowerCase()),
  marks: [{ text: ticket.title, isHit: false }],
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
  const lately = opened.map((each) => ({
    ...each,
    hint: 'opened lately',
    marks: [{ text: each.title, isHit: false }],
  }))
  const all = [...alike, ...lately].filter(({ id }) => id !== ticket.id)
  return all.filter((each, index) => all.findIndex(({ id }) => id === each.id) === index)
}

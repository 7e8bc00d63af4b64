import type { PresenceState, Present } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { readOnly, type Tx } from '../../db/transaction.ts'
import { getAudience } from '../tickets/audience.service.ts'
import { maySee } from '../tickets/may-see.ts'
import { announcePresence, findPeoplePresent } from './presence.queries.ts'
import type { PresenceBook } from './presence-book.ts'

interface Telling {
  ticketId: string
  tab: string
  state: PresenceState
}

/** Says to all processes that somebody looks at a ticket they see, and answers with who else is there. Writes nothing. */
export const tellPresence = (ctx: Context, book: PresenceBook, { ticketId, tab, state }: Telling) =>
  readOnly(ctx, async (tx) => {
    const items = await viewPresent(tx, book, ticketId)
    await announcePresence(tx.db, { ticketId, userId: tx.actor.id, tab, state })
    return { items }
  })

export const listPresent = (ctx: Context, book: PresenceBook, ticketId: string) =>
  readOnly(ctx, async (tx) => ({ items: await viewPresent(tx, book, ticketId) }))

/** The others there, without those who have lost sight of it and not noticed yet. */
async function viewPresent({ db, actor }: Tx, book: PresenceBook, ticketId: string): Promise<Present[]> {
  const audience = await getAudience(db, ticketId)
  const states = book.of(ticketId)
  states.delete(actor.id)
  if (states.size === 0) return []
  const people = await findPeoplePresent(db, [...states.keys()])
  return people.flatMap((person) => {
    const state = states.get(person.id)
    return state && maySee(person, audience) ? [{ person: { id: person.id, name: person.name }, state }] : []
  })
}

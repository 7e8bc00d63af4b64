import { asTag, sortedTags, type TagInUse, tagLimits } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly, type Tx } from '../../../db/transaction.ts'
import { unprocessable } from '../../../http/app-error.ts'
import { recordHistory } from '../history.ts'
import { assertOpen, type Move } from '../moves/move.ts'
import { authorize } from '../ticket.policy.ts'
import { type TicketRow, updateTicket } from '../tickets.queries.ts'
import { findTagsInUse } from './tags.queries.ts'

/** Only those on tickets the caller sees: a tag can say what a ticket is about. */
export const listTags = (ctx: Context, { q = '' }: { q?: string | undefined }): Promise<{ items: TagInUse[] }> =>
  readOnly(ctx, async (tx) => ({ items: await findTagsInUse(tx.db, tx, asTag(q)) }))

/** These and no others. Needs `actAsSystem`. */
export async function setTags({ db, actor }: Tx, ticket: TicketRow, tags: string[]): Promise<void> {
  const added = tags.filter((tag) => !ticket.tags.includes(tag))
  const removed = ticket.tags.filter((tag) => !tags.includes(tag))
  if (added.length + removed.length === 0) return
  await updateTicket(db, ticket.id, { tags })
  await recordHistory({ db, actor }, ticket.id, 'tagged', { added, removed })
}

/** Some more and some fewer, whatever others it has. */
export const changingTags = ({ add, remove }: { add: string[]; remove: string[] }): Move => ({
  authorize: ({ actor }, facts) => authorize(actor, 'edit', facts),
  assert: (_ticket, facts) => assertOpen(facts),
  act: async (tx, ticket) => {
    const tags = sortedTags([...ticket.tags.filter((tag) => !remove.includes(tag)), ...add])
    if (tags.length > tagLimits.perTicket) {
      throw unprocessable('tags', `With these it would have ${tags.length} tags; ${tagLimits.perTicket} is the most.`)
    }
    await setTags(tx, ticket, tags)
  },
})

/** What of a merged ticket’s tags its target takes: those it does not have, as far as there is room. */
export const tagsThatFit = (source: string[], target: string[]): string[] =>
  source.filter((tag) => !target.includes(tag)).slice(0, tagLimits.perTicket - target.length)

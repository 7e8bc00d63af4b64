import { type Mentionable, mentionedIn, type NotificationKind, type PersonRef } from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import { readOnly, type Tx } from '../../../db/transaction.ts'
import { AppError, unprocessable } from '../../../http/app-error.ts'
import { notify } from '../../notifications/notify.ts'
import { recordHistory } from '../history.ts'
import { audienceOf, maySee } from '../may-see.ts'
import { type TicketFacts, whatCanBeDone } from '../ticket.policy.ts'
import { ticketKey } from '../ticket-key.ts'
import { findWatchers, getVisibleTicket } from '../tickets.queries.ts'
import { type ColleagueRow, findColleagues, findMentionable } from './mentions.queries.ts'
import { insertWatcher } from './watchers.queries.ts'

/** As many as a list under the text shows. */
const shown = 8
/** Among so many of the likeliest those who see the ticket are looked for. */
const looked = 60

/** Whom the caller may mention: people who see the ticket, and with the right to share it the others. */
export const listMentionable = (ctx: Context, ticketId: string, q: string): Promise<{ items: Mentionable[] }> =>
  readOnly(ctx, async ({ db, actor }) => {
    const facts = await getVisibleTicket(db, ticketId)
    const audience = audienceOf(ticketId, facts, await findWatchers(db, ticketId))
    const concerned = [facts.reporterId, ...(facts.assigneeId ? [facts.assigneeId] : []), ...audience.watcherIds]
    const rows = await findMentionable(db, q, { concerned, teamId: facts.teamId, exceptId: actor.id }, looked)
    const found = rows.map((row) => ({ ...nameAndTeam(row), sees: maySee(asActor(row), audience) }))
    const seeing = found.filter(({ sees }) => sees)
    const others = whatCanBeDone(actor, facts).share ? found.filter(({ sees }) => !sees) : []
    return { items: [...seeing, ...others].slice(0, shown) }
  })

export interface Mentioned {
  /** As kept with the response. */
  all: PersonRef[]
  /** Who is told. */
  added: PersonRef[]
  /** Of those, who gets sight of the ticket by it. */
  letIn: PersonRef[]
}

interface Spoken {
  ticketId: string
  facts: TicketFacts
  body: string
  ids: string[]
  /** Mentioned before the text was corrected. */
  before?: PersonRef[]
}

/** Whom a text speaks to. 422 for somebody who is not named in it or not here; 403 for sight the caller may not give. */
export async function readMentions({ db, actor }: Tx, { ticketId, facts, body, ids, before = [] }: Spoken) {
  const known = new Map(before.map((person) => [person.id, person]))
  const newIds = ids.filter((id) => !known.has(id))
  const rows = new Map((newIds.length > 0 ? await findColleagues(db, newIds) : []).map((row) => [row.id, row]))
  const audience = newIds.length > 0 ? audienceOf(ticketId, facts, await findWatchers(db, ticketId)) : undefined
  const mayShare = whatCanBeDone(actor, facts).share

  const all = ids.map((id, index) => {
    const row = rows.get(id)
    const person = known.get(id) ?? (row && { id, name: row.name })
    if (!person) throw unprocessable(`mentions.${index}`, 'There is no such person, or they no longer work here')
    if (mentionedIn(body, [person]).length === 0) {
      throw unprocessable(`mentions.${index}`, `The text does not mention @${person.name}`)
    }
    if (row && audience && !mayShare && !maySee(asActor(row), audience)) throw notYoursToShare(index, person.name)
    return person
  })
  const added = all.filter(({ id }) => rows.has(id) && id !== actor.id)
  const letIn = added.filter(({ id }) => {
    const row = rows.get(id)
    return row && audience && !maySee(asActor(row), audience)
  })
  return { all, added, letIn } satisfies Mentioned
}

function notYoursToShare(index: number, name: string) {
  const message = `${name} does not see this ticket, and you may not share it`
  return new AppError('forbidden', `${message}.`, { errors: [{ path: `mentions.${index}`, message }] })
}

interface Telling {
  ticket: { id: string; number: number; title: string }
  responseId: string
  kind: Extract<NotificationKind, 'reply' | 'note'>
}

/** They follow the ticket from now on, and hear of it. Needs `actAsSystem`. */
export async function letInAndTell(
  ctx: Context,
  tx: Tx,
  { added, letIn }: Mentioned,
  { ticket, responseId, kind }: Telling,
): Promise<void> {
  for (const { id } of added) await insertWatcher(tx.db, ticket.id, id)
  for (const person of letIn) await recordHistory(tx, ticket.id, 'shared', { with: person })
  const where = kind === 'reply' ? 'a reply to the client' : 'a note'
  await notify(ctx, tx, {
    ticketId: ticket.id,
    responseId,
    event: 'mentioned',
    kind,
    message: `${tx.actor.name} mentioned you in ${where} on ${ticketKey(ticket.number)}: ${ticket.title}`,
    recipients: added.map(({ id }) => id),
  })
}

const nameAndTeam = ({ id, name, teamId, teamName }: ColleagueRow) => ({
  id,
  name,
  team: teamId && teamName ? { id: teamId, name: teamName } : null,
})

const asActor = (row: ColleagueRow) => ({ ...nameAndTeam(row), role: row.role })

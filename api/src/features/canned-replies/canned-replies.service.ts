import type { CannedReply, ChangeCannedReply, cannedReplies, NewCannedReply, Received } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Actor, Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { inTransaction, readOnly, type Tx } from '../../db/transaction.ts'
import { AppError, notFound, unprocessable } from '../../http/app-error.ts'
import { decodeCursor, NameCursor, toNamedPage } from '../../http/cursor.ts'
import {
  type CannedReplyRow,
  countCannedReplies,
  deleteCannedReply,
  findCannedReplies,
  findCannedReply,
  findTeam,
  insertCannedReply,
  updateCannedReply,
} from './canned-replies.queries.ts'
import { audiencesOf, authorizeWriting, type CannedFacts, mayWrite } from './canned-reply.policy.ts'

export function listCannedReplies(ctx: Context, { q, limit, cursor }: Received<typeof cannedReplies.list>['query']) {
  const after = decodeCursor(NameCursor, cursor)
  return readOnly(ctx, async ({ db, actor }) => {
    const rows = await findCannedReplies(db, q, limit + 1, after)
    const total = after?.[2] ?? (await countCannedReplies(db, q))
    const { items, ...page } = toNamedPage(rows, limit, total, ({ title }) => title)
    return { items: items.map((row) => toCannedReply(row, actor)), ...page, audiences: audiencesOf(actor) }
  })
}

export const readCannedReply = (ctx: Context, id: string): Promise<CannedReply> =>
  readOnly(ctx, (tx) => viewCannedReply(tx, id))

export const createCannedReply = (ctx: Context, reply: NewCannedReply): Promise<CannedReply> =>
  inTransaction(ctx, async (tx) => {
    const { db, actor } = tx
    await assertAudience(db, reply)
    authorizeWriting(actor, { ...reply, ownerId: actor.id })

    const id = uuid()
    await insertCannedReply(db, { ...reply, id, ownerId: actor.id })
    return viewCannedReply(tx, id)
  })

export const changeCannedReply = (ctx: Context, id: string, changes: ChangeCannedReply): Promise<CannedReply> =>
  inTransaction(ctx, async (tx) => {
    const { db, actor, now } = tx
    const standing = await getToWrite(ctx, tx, id)
    const audience = changes.audience ?? standing.audience
    const teamId = changes.teamId ?? (audience === 'team' ? standing.teamId : null)
    const wanted = { ownerId: standing.ownerId, audience, teamId }
    await assertAudience(db, wanted)
    authorizeWriting(actor, wanted)

    const isNewest = await updateCannedReply(db, standing, { ...changes, audience, teamId, updatedAt: now })
    if (!isNewest) throw staleReply()
    return viewCannedReply(tx, id)
  })

export const removeCannedReply = (ctx: Context, id: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const standing = await getToWrite(ctx, tx, id)
    if (!(await deleteCannedReply(tx.db, standing))) throw staleReply()
  })

/** One the caller may write, as they knew it. */
async function getToWrite({ expectedVersion }: Context, { db, actor }: Tx, id: string): Promise<CannedReplyRow> {
  const standing = await findCannedReply(db, id)
  if (!standing) throw notFound('This reply')
  authorizeWriting(actor, standing)
  if (expectedVersion !== undefined && expectedVersion !== standing.version) throw staleReply()
  return standing
}

const staleReply = () =>
  new AppError('stale_version', 'Somebody changed this reply meanwhile. Look at it again before you change it.')

async function assertAudience(db: Db, { audience, teamId }: Pick<CannedFacts, 'audience' | 'teamId'>): Promise<void> {
  if (audience === 'team' && teamId === null) throw unprocessable('teamId', 'Say for which team')
  if (audience !== 'team' && teamId !== null) throw unprocessable('teamId', 'Only a reply for a team has one')
  if (teamId !== null && !(await findTeam(db, teamId))) throw unprocessable('teamId', 'There is no such team')
}

async function viewCannedReply({ db, actor }: Tx, id: string): Promise<CannedReply> {
  const row = await findCannedReply(db, id)
  if (!row) throw notFound('This reply')
  return toCannedReply(row, actor)
}

function toCannedReply(row: CannedReplyRow, actor: Actor): CannedReply {
  const mayChange = mayWrite(actor, row)
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    category: row.category,
    audience: row.audience,
    team: row.teamId && row.teamName ? { id: row.teamId, name: row.teamName } : null,
    owner: { id: row.ownerId, name: row.ownerName },
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    can: { edit: mayChange, remove: mayChange },
  }
}

import type { auth, Received, Session } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context, Deps } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import { actAsAuth, asAuth, asCaller, inTransaction } from '../../db/transaction.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import { accountMail } from '../../jobs/queues.ts'
import { findLink, killLinks, useLink } from './account-links.queries.ts'
import { endSessions, findSessions, isTaken, setEmail } from './credentials.queries.ts'
import { deadLink } from './link-token.ts'
import { requirePassword } from './passwords.service.ts'
import { hashOf } from './refresh-token.ts'

export const listSessions = (ctx: Context): Promise<{ items: Session[] }> =>
  inTransaction(ctx, async ({ db, actor }) => {
    await actAsAuth(db)
    const sessions = await findSessions(db, actor.id)
    return {
      items: sessions.map(({ id, userAgent, createdAt, rotatedAt }) => ({
        id,
        userAgent,
        signedInAt: createdAt.toISOString(),
        lastSeenAt: rotatedAt.toISOString(),
        isCurrent: id === ctx.claims.sessionId,
      })),
    }
  })

export const endSession = (ctx: Context, id: string): Promise<void> =>
  inTransaction(ctx, async ({ db, actor }) => {
    await actAsAuth(db)
    const ended = await endSessions(db, { userId: actor.id, because: 'ended_elsewhere', id })
    if (ended === 0) throw notFound('This device')
    await recordAudit(db, { actorId: actor.id, action: 'session.ended', subject: id })
  })

/** Whether the new address is somebody's already is for its mailbox to know. */
export async function changeEmail(
  ctx: Context,
  { currentPassword, email }: Received<typeof auth.changeEmail>['body'],
): Promise<void> {
  await requirePassword(ctx, currentPassword)
  await inTransaction(ctx, async ({ db, actor }) => {
    await ctx.jobs.enqueue(db, accountMail, { mailId: uuid(), kind: 'new_email', userId: actor.id, email })
    await recordAudit(db, { actorId: actor.id, action: 'email.change_requested', subject: actor.id })
  })
}

export const confirmEmail = ({ db, jobs }: Deps, token: string): Promise<void> =>
  asAuth(db, async (trx) => {
    const { id, userId, email: oldEmail, newEmail } = (await findLink(trx, 'new_email', hashOf(token))) ?? {}
    if (!id || !userId || !oldEmail || !newEmail || !(await useLink(trx, id))) throw deadLink()
    if (await isTaken(trx, newEmail)) throw new AppError('conflict', 'This address belongs to another account by now.')

    await setEmail(trx, userId, newEmail)
    await killLinks(trx, userId)
    await recordAudit(trx, {
      actorId: userId,
      action: 'email.changed',
      subject: userId,
      change: { from: oldEmail, to: newEmail },
    })
    await asCaller(trx)
    await jobs.enqueue(trx, accountMail, { mailId: uuid(), kind: 'email_changed', userId, oldEmail })
  })

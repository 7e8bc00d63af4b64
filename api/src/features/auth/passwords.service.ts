import type { auth, Received } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Context, Deps } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import { actAsAuth, asAuth, asCaller, inTransaction } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'
import { accountMail } from '../../jobs/queues.ts'
import { findLink, killLinks, useLink } from './account-links.queries.ts'
import { endSessions, findPasswordHash, setPassword } from './credentials.queries.ts'
import { deadLink } from './link-token.ts'
import { refuseCommonPassword } from './password-rule.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { hashOf } from './refresh-token.ts'

/** Whether there is such an account is found out later, so that the answer tells nothing. */
export const forgotPassword = ({ db, jobs }: Deps, email: string): Promise<void> =>
  jobs.enqueue(db, accountMail, { mailId: uuid(), kind: 'reset', email })

/** Gives the person's e-mail, for the caller to forget their wrong tries. */
export async function resetPassword(
  deps: Deps,
  { token, password }: Received<typeof auth.resetPassword>['body'],
): Promise<string> {
  const tokenHash = hashOf(token)
  if (!(await asAuth(deps.db, (trx) => findLink(trx, 'reset', tokenHash)))) throw deadLink()
  refuseCommonPassword(password, 'password')
  const passwordHash = await hashPassword(password)

  return asAuth(deps.db, async (trx) => {
    const { id, userId, email } = (await findLink(trx, 'reset', tokenHash)) ?? {}
    if (!id || !userId || !email || !(await useLink(trx, id))) throw deadLink()

    await setPassword(trx, { userId, passwordHash })
    await endSessions(trx, { userId, because: 'password_changed' })
    await killLinks(trx, userId)
    await recordAudit(trx, { actorId: userId, action: 'password.reset', subject: userId })
    await asCaller(trx)
    await deps.jobs.enqueue(trx, accountMail, { mailId: uuid(), kind: 'password_changed', userId })
    return email
  })
}

/** Whether the new one is too common is checked before: that is no try of the current one. */
export async function changePassword(
  ctx: Context,
  { currentPassword, newPassword }: Received<typeof auth.changePassword>['body'],
): Promise<void> {
  const current = await requirePassword(ctx, currentPassword)
  const passwordHash = await hashPassword(newPassword)

  await inTransaction(ctx, async ({ db, actor }) => {
    await actAsAuth(db)
    // somebody reset it while we were hashing
    if ((await findPasswordHash(db, actor.id)) !== current) throw wrongPassword()
    await setPassword(db, { userId: actor.id, passwordHash })
    await endSessions(db, { userId: actor.id, because: 'password_changed', except: ctx.claims.sessionId })
    await killLinks(db, actor.id)
    await recordAudit(db, { actorId: actor.id, action: 'password.changed', subject: actor.id })
    await asCaller(db)
    await ctx.jobs.enqueue(db, accountMail, { mailId: uuid(), kind: 'password_changed', userId: actor.id })
  })
}

/** What only they can do, not whoever finds their device unlocked. Gives the hash that matched. */
export async function requirePassword(ctx: Context, password: string): Promise<string> {
  const stored = await inTransaction(ctx, async ({ db, actor }) => {
    await actAsAuth(db)
    return findPasswordHash(db, actor.id)
  })
  if (!(await passwordMatches(stored, password)) || !stored) throw wrongPassword()
  return stored
}

const wrongPassword = () => unprocessable('currentPassword', 'This is not your password.')

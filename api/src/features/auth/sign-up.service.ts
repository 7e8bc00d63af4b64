import type { auth, Received } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Config } from '../../config.ts'
import type { Deps } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import { asAuth, asCaller } from '../../db/transaction.ts'
import { AppError, unprocessable } from '../../http/app-error.ts'
import { accountMail } from '../../jobs/queues.ts'
import { findLink, useLink } from './account-links.queries.ts'
import { type Admission, admit, openSession } from './auth.service.ts'
import {
  findSignUp,
  insertPerson,
  isAnybodyThere,
  isTaken,
  setPassword,
  upsertSignUp,
  useSignUp,
} from './credentials.queries.ts'
import { deadLink } from './link-token.ts'
import { refuseCommonPassword } from './password-rule.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { hashOf } from './refresh-token.ts'

/** The same work whether or not the address has an account; which mail it gets is decided later. */
export async function signUp(
  deps: Deps,
  { name, email, password }: Received<typeof auth.signUp>['body'],
): Promise<void> {
  requireOpenTo(deps.config, email)
  refuseCommonPassword(password, 'password')
  const passwordHash = await hashPassword(password)

  await asAuth(deps.db, async (trx) => {
    await upsertSignUp(trx, { name, email, passwordHash, expiresAt: new Date(Date.now() + 86_400_000) })
    await asCaller(trx)
    await deps.jobs.enqueue(trx, accountMail, { mailId: uuid(), kind: 'sign_up', email })
  })
}

function requireOpenTo({ signUpDomains }: Config, email: string): void {
  if (signUpDomains.length === 0)
    throw new AppError('forbidden', 'Nobody can sign up here. Ask an admin for an account.')
  if (!signUpDomains.includes(email.slice(email.lastIndexOf('@') + 1))) {
    throw unprocessable('email', `Only addresses at ${signUpDomains.join(' or ')} can sign up.`)
  }
}

/** The link shows whose mailbox it is, the password that it is the same person: two people need to be one here. */
export async function confirmSignUp(
  deps: Deps,
  { token, password }: Received<typeof auth.confirmSignUp>['body'],
  userAgent: string | undefined,
): Promise<Admission> {
  const tokenHash = hashOf(token)
  const found = await asAuth(deps.db, (trx) => findSignUp(trx, tokenHash))
  if (!found) throw deadLink()
  requireOpenTo(deps.config, found.email)
  if (!(await passwordMatches(found.passwordHash ?? undefined, password))) {
    throw unprocessable('password', 'This is not the password that was chosen when signing up.')
  }
  const opened = await asAuth(deps.db, async (trx) => {
    const { name, email, passwordHash } = (await findSignUp(trx, tokenHash)) ?? {}
    if (!name || !email || !passwordHash || passwordHash !== found.passwordHash) throw deadLink()
    if (!(await useSignUp(trx, tokenHash))) throw deadLink()
    if (await isTaken(trx, email)) throw new AppError('conflict', 'This address has an account by now. Sign in.')

    const userId = uuid()
    await insertPerson(trx, { id: userId, name, email, role: 'team_member' })
    await setPassword(trx, { userId, passwordHash })
    await recordAudit(trx, { actorId: userId, action: 'account.signed_up', subject: userId, change: { email } })
    return openSession(deps, trx, userId, userAgent)
  })
  return admit(deps, opened)
}

/** The first admin; the link was printed by the start of an empty system. */
export async function setUp(
  deps: Deps,
  { token, name, email, password }: Received<typeof auth.setUp>['body'],
  userAgent: string | undefined,
): Promise<Admission> {
  const tokenHash = hashOf(token)
  if (!(await asAuth(deps.db, (trx) => findLink(trx, 'set_up', tokenHash)))) throw deadLink()
  refuseCommonPassword(password, 'password')
  const passwordHash = await hashPassword(password)

  const opened = await asAuth(deps.db, async (trx) => {
    const link = await findLink(trx, 'set_up', tokenHash)
    if (!link || (await isAnybodyThere(trx)) || !(await useLink(trx, link.id))) throw deadLink()

    const userId = uuid()
    await insertPerson(trx, { id: userId, name, email, role: 'admin' })
    await setPassword(trx, { userId, passwordHash })
    await recordAudit(trx, { actorId: userId, action: 'account.set_up', subject: userId, change: { email } })
    return openSession(deps, trx, userId, userAgent)
  })
  return admit(deps, opened)
}

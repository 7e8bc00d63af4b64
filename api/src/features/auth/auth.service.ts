import type { Credentials, Me, SignedIn } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { Context, Deps } from '../../context.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import { asAuth, readOnly } from '../../db/transaction.ts'
import { signAccessToken } from '../../http/access-token.ts'
import { AppError } from '../../http/app-error.ts'
import { findCredentials, findSessionForUpdate, getMe, insertSession, updateSession } from './auth.queries.ts'
import { passwordMatches } from './passwords.ts'
import { absoluteDays, decideRefresh, withRotation } from './refresh-rule.ts'
import { fromCookie, hashOf, type RefreshToken, refreshSecret, toCookie } from './refresh-token.ts'

/** What signing in and refreshing give: the answer, and what goes into the cookies. */
export interface Admission {
  answer: SignedIn
  cookie: string
  /** Lets this session look at files, as long as it stands, and do nothing else. */
  filesCookie: string
}

export async function signIn(
  deps: Deps,
  { email, password }: z.output<typeof Credentials>,
  userAgent: string | undefined,
): Promise<Admission> {
  const { db } = deps
  const person = await asAuth(db, (trx) => findCredentials(trx, email))
  const isRight = await passwordMatches(person?.passwordHash, password)
  if (!person || !isRight || person.status !== 'active') {
    throw new AppError('wrong_credentials', 'E-mail or password is not right. Check both, or reset the password.')
  }
  return admit(deps, await asAuth(db, (trx) => openSession(deps, trx, person.id, userAgent)))
}

/** Somebody is who they say, and this is what they will be given. */
interface Opened {
  user: Me
  token: RefreshToken
}

/** Somebody is who they say. Once it has committed, `admit` lets them in. */
export async function openSession(deps: Deps, db: Db, userId: string, userAgent: string | undefined): Promise<Opened> {
  const sessionId = uuid()
  const secret = refreshSecret(deps.config.authSecret, sessionId, 0)
  await insertSession(db, {
    id: sessionId,
    userId,
    tokenHash: hashOf(secret),
    expiresAt: new Date(Date.now() + absoluteDays * 86_400_000),
    userAgent: userAgent?.slice(0, 300) ?? null,
  })
  return { user: await getMe(db, userId), token: { sessionId, counter: 0, secret } }
}

/** Rotates the refresh token. A token that was used before ends its session: somebody else may hold a copy. */
export async function refresh(deps: Deps, cookie: string | undefined): Promise<Admission> {
  const presented = fromCookie(cookie)
  const opened = presented && (await asAuth(deps.db, (trx) => rotate(deps, trx, presented)))
  if (!opened) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.')
  return admit(deps, opened)
}

async function rotate(deps: Deps, db: Db, { sessionId, ...presented }: RefreshToken): Promise<Opened | undefined> {
  const session = await findSessionForUpdate(db, sessionId)
  if (!session) return undefined

  const { authSecret } = deps.config
  const tokenOf = (counter: number) => ({ sessionId, counter, secret: refreshSecret(authSecret, sessionId, counter) })
  const ago = session.counter - presented.counter
  const rotationsAgo = ago >= 2 && presented.secret === tokenOf(presented.counter).secret ? ago : null
  const now = new Date()
  switch (decideRefresh(session, { hash: hashOf(presented.secret), rotationsAgo }, now)) {
    case 'rotate': {
      const next = tokenOf(session.counter + 1)
      await updateSession(db, sessionId, {
        counter: next.counter,
        tokenHash: hashOf(next.secret),
        previousHash: session.tokenHash,
        rotatedAt: now,
        recentRotations: withRotation(session.recentRotations, now),
      })
      return { user: await getMe(db, session.userId), token: next }
    }
    case 'repeat':
      return { user: await getMe(db, session.userId), token: tokenOf(session.counter) }
    case 'reuse':
      await updateSession(db, session.id, { endedAt: now, endedBecause: 'reused' })
      await recordAudit(db, { actorId: session.userId, action: 'session.reused', subject: session.id })
      return undefined
    case 'refuse':
      return undefined
  }
}

export async function signOut(deps: Deps, cookie: string | undefined): Promise<void> {
  const presented = fromCookie(cookie)
  if (!presented) return
  await asAuth(deps.db, async (trx) => {
    const session = await findSessionForUpdate(trx, presented.sessionId)
    const isTheirs =
      session?.tokenHash.equals(hashOf(presented.secret)) || session?.previousHash?.equals(hashOf(presented.secret))
    if (!session || session.endedAt || !isTheirs) return
    await updateSession(trx, session.id, { endedAt: new Date(), endedBecause: 'signed_out' })
  })
}

export const whoAmI = (ctx: Context): Promise<Me> => readOnly(ctx, async ({ actor }) => actor)

/** Signs what they are given: outside of a transaction, like everything that waits for anything but PostgreSQL. */
export async function admit(deps: Deps, { user, token }: Opened): Promise<Admission> {
  const { authSecret, accessTokenTtl } = deps.config
  const claims = { userId: user.id, sessionId: token.sessionId }
  const accessToken = await signAccessToken(authSecret, claims, accessTokenTtl)
  const filesCookie = await signAccessToken(authSecret, claims, absoluteDays * 86_400, 'files')
  return { answer: { accessToken, expiresIn: accessTokenTtl, user }, cookie: toCookie(token), filesCookie }
}

import { createHmac } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Claims } from '../context.ts'
import { AppError } from './app-error.ts'

const issuer = 'physique57-tickets'
/** For everything, or for looking at files only. */
export type Audience = 'api' | 'files'
const audienceOf = (audience: Audience) => `physique57-tickets-${audience}`
const algorithm = 'HS256'
const Payload = z.object({ sub: z.uuid(), sid: z.uuid() })

/** Says who, never what they may do. `ttl` in seconds. */
export function signAccessToken(
  secret: string,
  { userId, sessionId }: Claims,
  ttl: number,
  audience: Audience = 'api',
): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(audienceOf(audience))
    .setIssuedAt()
    .setExpirationTime(`${ttl} s`)
    .sign(keyFrom(secret))
}

export async function verifyAccessToken(secret: string, token: string, audience: Audience = 'api'): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(token, keyFrom(secret), {
      algorithms: [algorithm],
      issuer,
      audience: audienceOf(audience),
      requiredClaims: ['sub', 'sid', 'exp'],
    })
    const { sub, sid } = Payload.parse(payload)
    return { userId: sub, sessionId: sid }
  } catch {
    throw new AppError('unauthenticated', 'The access token is not valid or has expired. Refresh it, or sign in again.')
  }
}

/** Not the secret itself: each use has a key of its own. */
const keyFrom = (secret: string) => createHmac('sha256', secret).update('access-token').digest()

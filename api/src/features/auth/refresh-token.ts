import { createHash, createHmac } from 'node:crypto'

/** The secret part of a session's refresh token. Recomputable, so that a repeated refresh can be given the same successor. */
export function refreshSecret(authSecret: string, sessionId: string, counter: number): string {
  const key = createHmac('sha256', authSecret).update('refresh-token').digest()
  return createHmac('sha256', key).update(`${sessionId}:${counter}`).digest('base64url')
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What the cookie holds: which session, the how-manieth of its tokens, and the secret. */
export interface RefreshToken {
  sessionId: string
  counter: number
  secret: string
}

export const toCookie = ({ sessionId, counter, secret }: RefreshToken): string => `${sessionId}.${counter}.${secret}`

export function fromCookie(value: string | undefined): RefreshToken | undefined {
  const [, sessionId, counter, secret] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})\.([\w-]{43})$/.exec(value ?? '') ?? []
  return sessionId && counter && secret ? { sessionId, counter: Number(counter), secret } : undefined
}

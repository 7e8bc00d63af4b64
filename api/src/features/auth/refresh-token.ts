import { createHash, createHmac } from 'node:crypto'

/** The secret part of a session's refresh token. Recomputable, so that a repeated refresh can be given the same successor. */
export function refreshSecret(authSecret: string, sessionId: string, counter: number): string {
  const key = createHmac('sha256', authSecret).update('refresh-token').digest()
  return createHmac('sha256', key).update(`${sessionId}:${counter}`).digest('base64url')
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What the cookie holds: which session, and the secret. */
export const toCookie = (sessionId: string, secret: string): string => `${sessionId}.${secret}`

export function fromCookie(value: string | undefined): { sessionId: string; secret: string } | undefined {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(value ?? '')
  return match?.[1] && match[2] ? { sessionId: match[1], secret: match[2] } : undefined
}

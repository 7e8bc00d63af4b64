import { randomBytes } from 'node:crypto'
import { unprocessable } from '../../http/app-error.ts'
import { hashOf } from './refresh-token.ts'

/** 256 bits; the hash is what we keep. */
export function newLinkToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token) }
}

/** After the "#", which browsers send to nobody: no log and no referrer carries the token. */
export const linkTo = (baseUrl: string, page: string, token: string): string => `${baseUrl}/${page}#${token}`

export const deadLink = () =>
  unprocessable(
    'token',
    'This link has been used already, is too old, or was replaced by a newer one. Ask for a new one.',
  )

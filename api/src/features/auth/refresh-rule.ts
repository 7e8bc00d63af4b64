/** What the database knows of a session when a refresh token arrives. */
export interface SessionState {
  tokenHash: Buffer
  previousHash: Buffer | null
  rotatedAt: Date
  expiresAt: Date
  endedAt: Date | null
}

export interface PresentedToken {
  hash: Buffer
  /** One of this session's that was replaced at least twice since. */
  isOlder: boolean
}

export type RefreshDecision = 'rotate' | 'repeat' | 'reuse' | 'refuse'

/** Two tabs, or a lost answer, may bring the same token twice; only within this time is that no sign of theft. */
const graceSeconds = 10
const idleDays = 7
export const absoluteDays = 30

/**
 * rotate: the current token, give the next · repeat: just used, give the same successor again · reuse: used before, somebody
 * has a copy, end the session · refuse: unknown, ended, idle for a week or older than 30 days.
 */
export function decideRefresh(session: SessionState, { hash, isOlder }: PresentedToken, now: Date): RefreshDecision {
  const idleUntil = session.rotatedAt.getTime() + idleDays * 86_400_000
  if (session.endedAt || now > session.expiresAt || now.getTime() > idleUntil) return 'refuse'
  if (session.tokenHash.equals(hash)) return 'rotate'
  if (isOlder) return 'reuse'
  if (!session.previousHash?.equals(hash)) return 'refuse'

  const isWithinGrace = now.getTime() - session.rotatedAt.getTime() <= graceSeconds * 1000
  return isWithinGrace ? 'repeat' : 'reuse'
}

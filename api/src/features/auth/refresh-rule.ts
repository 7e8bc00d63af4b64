/** What the database knows of a session when a refresh token arrives. */
export interface SessionState {
  tokenHash: Buffer
  previousHash: Buffer | null
  rotatedAt: Date
  /** When its last tokens were replaced, oldest first. */
  recentRotations: Date[]
  expiresAt: Date
  endedAt: Date | null
}

export interface PresentedToken {
  hash: Buffer
  /** How many rotations ago it was replaced, when it is one of this session's from before the one before: 2 and more. */
  rotationsAgo: number | null
}

export type RefreshDecision = 'rotate' | 'repeat' | 'reuse' | 'refuse'

/** Two tabs, or a lost answer, may bring the same token twice; only within this time is that no sign of theft. */
const graceSeconds = 10
const idleDays = 7
export const absoluteDays = 30

/** More than anybody needs within the grace. */
const mostRemembered = 20

/**
 * rotate: the current token, give the next · repeat: just used, give the current one again · reuse: used before, somebody
 * has a copy, end the session · refuse: unknown, ended, idle for a week or older than 30 days.
 */
export function decideRefresh(
  session: SessionState,
  { hash, rotationsAgo }: PresentedToken,
  now: Date,
): RefreshDecision {
  const idleUntil = session.rotatedAt.getTime() + idleDays * 86_400_000
  if (session.endedAt || now > session.expiresAt || now.getTime() > idleUntil) return 'refuse'
  if (session.tokenHash.equals(hash)) return 'rotate'
  if (rotationsAgo !== null) return isRecent(session.recentRotations.at(-rotationsAgo), now) ? 'repeat' : 'reuse'
  if (!session.previousHash?.equals(hash)) return 'refuse'

  return isRecent(session.rotatedAt, now) ? 'repeat' : 'reuse'
}

/** What to remember after another rotation. */
export const withRotation = (rotations: readonly Date[], now: Date): Date[] =>
  [...rotations.filter((at) => isRecent(at, now)), now].slice(-mostRemembered)

const isRecent = (at: Date | undefined, now: Date): boolean =>
  at !== undefined && now.getTime() - at.getTime() <= graceSeconds * 1000

import type { Me, SignedIn } from '@physique57/contracts'
import { create } from 'zustand'
import { DEFAULT_ZONE } from '../lib/format.ts'

interface AuthState {
  /** unknown: the page has just loaded and has not asked for a session yet. */
  status: 'unknown' | 'signed-in' | 'signed-out'
  user: Me | null
  /** In memory only: nothing that opens a door is kept where a script could find it later. */
  token: string | null
  /** The session ended by itself; whoever was here may want to go on where they were. */
  expired: boolean
  signIn: (session: SignedIn) => void
  signOut: (how?: { expired: boolean }) => void
}

export const useAuth = create<AuthState>()((set) => ({
  status: 'unknown',
  user: null,
  token: null,
  expired: false,
  signIn: ({ accessToken, user }) => {
    rememberSession(true)
    set({ status: 'signed-in', user, token: accessToken, expired: false })
  },
  signOut: ({ expired } = { expired: false }) => {
    rememberSession(false)
    set({ status: 'signed-out', user: null, token: null, expired })
  },
}))

/** Of the signed-in person; used for every date on screen. */
export const useTimeZone = (): string => useAuth((state) => state.user?.timeZone ?? DEFAULT_ZONE)

const HINT = 'p57.session'

/** Whether a session probably exists, so that a visitor without one is not kept waiting. Says nothing about whose. */
export function sessionIsLikely(): boolean {
  try {
    return localStorage.getItem(HINT) === '1'
  } catch {
    return true
  }
}

function rememberSession(exists: boolean): void {
  try {
    if (exists) localStorage.setItem(HINT, '1')
    else localStorage.removeItem(HINT)
  } catch {
    // Storage is blocked: every load will ask for a session, which is only slower.
  }
}

import type { Me, SignedIn } from '@physique57/contracts'
import { create } from 'zustand'
import { DEFAULT_ZONE } from '../lib/format.ts'

/** Somebody by name, as far as a sign-in form has to know them. */
export type Someone = Pick<Me, 'id' | 'name' | 'email'>

/** Not by their own choice: the session ended by itself, or the shared device locked. */
export interface Left {
  why: 'expired' | 'locked'
  /** null: the page has just loaded and does not know. */
  who: Someone | null
}

interface AuthState {
  /** unknown: the page has just loaded and has not asked for a session yet. */
  status: 'unknown' | 'signed-in' | 'signed-out'
  user: Me | null
  /** In memory only: nothing that opens a door is kept where a script could find it later. */
  token: string | null
  /** Nothing of theirs is shown any more, while what they typed is still being saved. */
  isLeaving: boolean
  /** Whoever was here may want to go on where they were. */
  left: Left | null
  signIn: (session: SignedIn) => void
  signOut: (why?: Left['why']) => void
  /** Somebody else is here now. */
  forgetLeft: () => void
}

export const useAuth = create<AuthState>()((set) => ({
  status: 'unknown',
  user: null,
  token: null,
  isLeaving: false,
  left: null,
  signIn: ({ accessToken, user }) => {
    rememberSession(true)
    // a renewed token does not bring back whoever is on the way out
    set((before) => ({
      status: 'signed-in',
      user,
      token: accessToken,
      isLeaving: before.isLeaving && before.user?.id === user.id,
      left: null,
    }))
  },
  signOut: (why) => {
    rememberSession(false)
    set(({ user, left }) => ({
      status: 'signed-out',
      user: null,
      token: null,
      isLeaving: false,
      left: why ? leftBy(user, why, left) : null,
    }))
  },
  forgetLeft: () => set({ left: null }),
}))

/** Two tabs may find out at the same time; the second knows nobody any more. */
const leftBy = (user: Me | null, why: Left['why'], before: Left | null): Left =>
  user ? { why, who: { id: user.id, name: user.name, email: user.email } } : (before ?? { why, who: null })

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

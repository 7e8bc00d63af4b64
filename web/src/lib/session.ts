import { auth, type SignedIn } from '@physique57/contracts'
import { sessionIsLikely, useAuth } from '../stores/auth-store.ts'
import { forgetDrafts } from './device-drafts.ts'
import { channel, withLock } from './locks.ts'
import { hasCode } from './problem.ts'
import { send } from './send.ts'

type Message = { type: 'session'; session: SignedIn } | { type: 'ended' }

const otherTabs = channel('p57.session')
let refreshing: Promise<boolean> | undefined

/**
 * Gets a new access token; false when there is no session any more. However many calls need one at once, one request is made:
 * within this tab by sharing its promise, across tabs by a lock, because using a rotated refresh token twice looks like theft.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = undefined
  })
  return refreshing
}

async function refreshOnce(): Promise<boolean> {
  const tokenBefore = useAuth.getState().token
  return withLock('p57.refresh', async () => {
    const { token, signOut } = useAuth.getState()
    if (token !== null && token !== tokenBefore) return true
    try {
      startSession((await send(auth.refresh)) as SignedIn)
      return true
    } catch (error) {
      if (!hasCode(error, 'unauthenticated')) throw error
      signOut({ expired: true })
      return false
    }
  })
}

/** Once, when the page has loaded: is somebody signed in? A visitor without a trace of a session is not kept waiting. */
export async function resumeSession(): Promise<void> {
  if (!sessionIsLikely()) return useAuth.getState().signOut()
  await refreshSession()
}

export function startSession(session: SignedIn): void {
  forgetDrafts({ except: session.user.id })
  useAuth.getState().signIn(session)
  otherTabs?.postMessage({ type: 'session', session } satisfies Message)
}

const leaving: (() => Promise<unknown>)[] = []

/** What is to be done while whoever wants to leave is still known. */
export const beforeLeaving = (task: () => Promise<unknown>): void => void leaving.push(task)

/** Ends the session here, in the other tabs and on the server; drafts of whoever leaves are on the server by then, and not here. */
export async function endSession(): Promise<void> {
  await Promise.race([Promise.allSettled(leaving.map((task) => task())), after(PATIENCE)])
  forgetDrafts()
  useAuth.getState().signOut()
  otherTabs?.postMessage({ type: 'ended' } satisfies Message)
  // Failing to tell the server leaves a refresh token in the cookie, which only this browser has; the next sign-in replaces it.
  await send(auth.logout).catch(() => undefined)
}

otherTabs?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.type === 'session') useAuth.getState().signIn(data.session)
  else useAuth.getState().signOut()
})

/** Nobody waits longer than this to be gone. */
const PATIENCE = 3_000
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

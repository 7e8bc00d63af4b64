import { auth, type SignedIn } from '@physique57/contracts'
import { type Left, sessionIsLikely, useAuth } from '../stores/auth-store.ts'
import { useDevice } from '../stores/device-store.ts'
import { forgetDrafts } from './device-drafts.ts'
import { readHere, writeHere } from './device-memory.ts'
import { forgetPerson } from './device-storage.ts'
import { noteActivity, wasIdleFor } from './idle.ts'
import { channel, withLock } from './locks.ts'
import { hasCode } from './problem.ts'
import { send } from './send.ts'

type Message =
  | { type: 'session'; session: SignedIn }
  | { type: 'leaving'; why?: Left['why'] | undefined }
  | { type: 'ended'; why?: Left['why'] | undefined }

const otherTabs = channel('p57.session')
const tellTabs = (message: Message): void => otherTabs?.postMessage(message)
let refreshing: Promise<boolean> | undefined

/** Whatever changes the cookie takes turns, in all tabs. */
const IN_TURN = 'p57.refresh'

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
  return withLock(IN_TURN, async () => {
    const { token, signOut } = useAuth.getState()
    if (token !== null && token !== tokenBefore) return true
    try {
      const session = (await send(auth.refresh)) as SignedIn
      // whoever left while it was on its way does not come back by it
      if (useAuth.getState().status === 'signed-out') return false
      takeSession(session)
      return true
    } catch (error) {
      if (!hasCode(error, 'unauthenticated')) throw error
      signOut(useDevice.getState().isShared ? 'locked' : 'expired')
      return false
    }
  })
}

/** Once, when the page has loaded: is somebody signed in? A visitor without a trace of a session is not kept waiting. */
export async function resumeSession(): Promise<void> {
  void tellServer()
  if (!sessionIsLikely()) return useAuth.getState().signOut()
  const { isShared, lockAfter } = useDevice.getState()
  if (isShared && wasIdleFor(lockAfter)) return endSession('locked')
  await refreshSession()
}

/** Signs in by whatever answers with a session, in turn with what still ends the one before. */
export function signInBy(asking: () => Promise<SignedIn>): Promise<SignedIn> {
  return withLock(IN_TURN, async () => {
    const session = await asking()
    writeHere(ENDING, null)
    writeHere(ENDED_AT, null)
    return session
  })
}

/** Somebody has just signed in; drafts that waited here for somebody else go. */
export function startSession(session: SignedIn): void {
  noteActivity()
  forgetDrafts({ except: session.user.id })
  takeSession(session)
}

function takeSession(session: SignedIn): void {
  useAuth.getState().signIn(session)
  tellTabs({ type: 'session', session })
}

const leaving: (() => Promise<unknown>)[] = []

/** What is to be done while whoever wants to leave is still known. */
export const beforeLeaving = (task: () => Promise<unknown>): void => void leaving.push(task)

/**
 * Takes everything off the screen at once, in all tabs; then what was typed is saved and the session ends, here and on the
 * server. Nothing of whoever leaves stays on the device.
 */
export async function endSession(why?: Left['why']): Promise<void> {
  useAuth.setState({ isLeaving: true })
  tellTabs({ type: 'leaving', why })
  await Promise.race([Promise.allSettled(leaving.map((task) => task())), after(PATIENCE)])
  useAuth.getState().signOut(why)
  tellTabs({ type: 'ended', why })
  await withLock('p57.leaving', async () => {
    // all tabs of a device that is left alone find out together; the first one clears it for all
    if (Date.now() - Number(readHere(ENDED_AT)) < TOGETHER) return
    forgetPerson()
    writeHere(ENDED_AT, String(Date.now()))
    writeHere(ENDING, '1')
    await tellServer()
  })
}

/** Nobody waits longer than this to be gone. */
const PATIENCE = 3_000
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const TOGETHER = 10_000
const ENDED_AT = 'p57.ended-at'

otherTabs?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.type === 'session') useAuth.getState().signIn(data.session)
  if (data.type === 'leaving') void followOut(data.why)
  if (data.type !== 'ended') return
  forgetPerson()
  useAuth.getState().signOut(data.why)
})

/** Another tab is ending the session; should it be closed meanwhile, this one does. */
async function followOut(why?: Left['why']): Promise<void> {
  useAuth.setState({ isLeaving: true })
  await after(2 * PATIENCE)
  if (useAuth.getState().isLeaving) await endSession(why)
}

/** Set until the server knows that the session has ended. */
const ENDING = 'p57.ending'

/**
 * Until it is told, the cookie would still open the session; this browser does not use it, and tells as soon as it can. Never
 * when somebody has signed in meanwhile: it would end theirs.
 */
function tellServer(): Promise<void> {
  return withLock(IN_TURN, async () => {
    if (!readHere(ENDING)) return
    try {
      await send(auth.logout)
      writeHere(ENDING, null)
    } catch {
      window.addEventListener('online', () => void tellServer(), { once: true })
    }
  })
}

/**
 * A part of the app that is fetched when needed did not come: there is no connection, or the server has another release by now
 * whose parts have other names.
 */
export class MissingPartError extends Error {
  constructor(cause: unknown) {
    super('A part of the app could not be loaded', { cause })
    this.name = 'MissingPartError'
  }
}

/** Around every dynamic import, so that this failure is known as what it is. */
export const part =
  <Loaded>(load: () => Promise<Loaded>) =>
  (): Promise<Loaded> =>
    load().catch((cause: unknown) => {
      throw new MissingPartError(cause)
    })

/** Whether the server answers. */
export async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}

const RELOADED_AT = 'p57.reloaded-at'
const NOT_AGAIN_FOR = 60_000

/**
 * Loads the page again, for the parts of the server's release of now. False when that was tried a moment ago and did not help, or
 * this tab cannot remember whether it was: it must not go on for ever.
 */
export function reloadOnce(now = Date.now()): boolean {
  try {
    if (now - Number(sessionStorage.getItem(RELOADED_AT)) < NOT_AGAIN_FOR) return false
    sessionStorage.setItem(RELOADED_AT, String(now))
  } catch {
    return false
  }
  window.location.reload()
  return true
}

import type { Id } from '@physique57/contracts'

const KEY = 'p57:last-studio'

/** Where this device stands: the next person at the same desk logs tickets for the same studio. */
export function lastStudio(): Id | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberStudio(id: Id): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // Blocked: it is chosen each time.
  }
}

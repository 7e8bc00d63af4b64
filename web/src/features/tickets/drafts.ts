import type { Id } from '@physique57/contracts'

/** All drafts start so; signing out removes what starts so, because a front-desk device is shared. */
export const DRAFT_PREFIX = 'p57:draft:'

export const newTicketDraftKey = (userId: Id): string => `${DRAFT_PREFIX}${userId}:new-ticket`
export const responseDraftKey = (userId: Id, ticketId: Id): string => `${DRAFT_PREFIX}${userId}:response:${ticketId}`

/** Where this device stands: the next person at the same desk logs tickets for the same studio. */
export const LAST_STUDIO_KEY = 'p57:last-studio'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** undefined when there is none, or what is there cannot be read. */
export function readDraft(key: string, store: Store = localStorage): unknown {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** False when the browser refused (storage full or blocked); what was typed is then on the page only. */
export function writeDraft(key: string, draft: unknown, store: Store = localStorage): boolean {
  try {
    store.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function removeDraft(key: string, store: Store = localStorage): void {
  try {
    store.removeItem(key)
  } catch {
    // Blocked storage holds nothing to remove.
  }
}

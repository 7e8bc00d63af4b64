import type { Id } from '@physique57/contracts'
import { asSent, KeptDraft } from './choose-draft.ts'

/** What a draft is of; the API knows the same names. */
export type DraftKey = 'new-ticket' | `reply:${Id}`

/** Every draft on a device starts so, then whose it is: a front-desk device is shared. */
const PREFIX = 'p57:draft:'
const entryOf = (userId: Id, key: DraftKey): string => `${PREFIX}${userId}:${key}`

/** What the browser refused to store (full or blocked) is kept while the page is open. */
const unstored = new Map<string, string>()

export function readKept(userId: Id, key: DraftKey): KeptDraft | undefined {
  const entry = entryOf(userId, key)
  try {
    return KeptDraft.safeParse(JSON.parse(unstored.get(entry) ?? localStorage.getItem(entry) ?? 'null')).data
  } catch {
    return undefined
  }
}

export function writeKept(userId: Id, key: DraftKey, draft: KeptDraft): void {
  const entry = entryOf(userId, key)
  try {
    localStorage.setItem(entry, JSON.stringify(draft))
    unstored.delete(entry)
  } catch {
    unstored.set(entry, JSON.stringify(draft))
  }
}

export function removeKept(userId: Id, key: DraftKey): void {
  unstored.delete(entryOf(userId, key))
  forgetWhere((entry) => entry === entryOf(userId, key))
}

export interface UnsavedDraft {
  userId: Id
  key: DraftKey
  savedAt: number
  typedOn: string | null
  /** What the server is to keep; null: nothing any more. */
  content: ReturnType<typeof asSent> | null
}

/** What lies on this device, of whomever, and not like this on the server. */
export function unsavedDrafts(): UnsavedDraft[] {
  return [...new Set([...entries(), ...unstored.keys()])].flatMap((entry) => {
    const [, userId = '', key = ''] = /^p57:draft:([^:]+):(.+)$/.exec(entry) ?? []
    const draft = readKept(userId, key as DraftKey)
    if (!draft || draft.onServer) return []
    const { content, savedAt, typedOn } = draft
    const sent = content && asSent({ content, savedAt, device: deviceName() })
    return [{ userId, key: key as DraftKey, savedAt, typedOn, content: sent }]
  })
}

/** Nothing of anybody stays, except of the one who is here now. */
export function forgetDrafts({ except }: { except?: Id } = {}): void {
  unstored.clear()
  forgetWhere((entry) => entry.startsWith(PREFIX) && !(except && entry.startsWith(`${PREFIX}${except}:`)))
}

/** Tells this browser from the others somebody uses; says nothing about whose it is. */
export function deviceName(): string {
  try {
    const known = localStorage.getItem(DEVICE)
    if (known) return known
    localStorage.setItem(DEVICE, unnamed)
  } catch {
    // Blocked: every page load is a device of its own.
  }
  return unnamed
}

const DEVICE = 'p57.device-name'
const unnamed = Math.random().toString(36).slice(2)

function entries(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function forgetWhere(isMeant: (entry: string) => boolean): void {
  for (const entry of entries()) if (isMeant(entry)) localStorage.removeItem(entry)
}

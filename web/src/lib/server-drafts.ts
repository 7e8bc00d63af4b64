import { drafts, type Id } from '@physique57/contracts'
import { create } from 'zustand'
import { useAuth } from '../stores/auth-store.ts'
import { call } from './call.ts'
import {
  asReceived,
  chooseDraft,
  type DraftContent,
  type KeptDraft,
  type OtherDraft,
  type ServerDraft,
} from './choose-draft.ts'
import {
  type DraftKey,
  deviceName,
  readKept,
  removeKept,
  type UnsavedDraft,
  unsavedDrafts,
  writeKept,
} from './device-drafts.ts'
import { hasCode, ProblemError } from './problem.ts'
import { queryClient } from './query-client.ts'
import { beforeLeaving } from './session.ts'

/** Typing rests for this long before the server hears of it, and a failed attempt for that long. */
const [RESTED, AGAIN] = [1_500, 15_000]
/** A form does not wait any longer to know what was typed elsewhere. */
const PATIENCE = 4_000
/** The API lists no more; what is not among fewer is not there. */
const MOST = 20

export interface OpenedDraft {
  content: DraftContent | null
  savedAt: number | null
}

/** Whether the last attempt to reach the server failed: then drafts are on this device only. */
export const useDraftSaving = create<{ isFailing: boolean }>()(() => ({ isFailing: false }))

/** What was typed apart from what is open, until it is used or let go of. */
export const useOtherDrafts = create<Partial<Record<DraftKey, OtherDraft>>>()(() => ({}))

/** What somebody goes on with, from this device or another. Without the server, what this device has. */
export async function openDraft(key: DraftKey): Promise<OpenedDraft> {
  const userId = whoIsHere()
  if (!userId) return asOpened(undefined)
  const server = await fromServer(key)
  const here = readKept(userId, key)
  if (server === 'unknown') return asOpened(here)

  const { from, other } = chooseDraft(here, server, deviceName())
  if (other) useOtherDrafts.setState({ [key]: other })
  if (server && from === 'server') {
    const { content, savedAt, updatedAt } = server
    writeKept(userId, key, { content, savedAt, onServer: true, typedOn: updatedAt })
  }
  if (server && here && from === 'here') writeKept(userId, key, { ...here, typedOn: server.updatedAt })
  if (here?.content && from === 'nowhere') removeKept(userId, key)
  return asOpened(readKept(userId, key))
}

const asOpened = (kept: KeptDraft | undefined): OpenedDraft =>
  kept?.content ? { content: kept.content, savedAt: kept.savedAt } : { content: null, savedAt: null }

/** What this device has of it, without asking anybody. */
export function draftHere(key: DraftKey): DraftContent | null {
  const userId = whoIsHere()
  return (userId && readKept(userId, key)?.content) || null
}

/** On this device at once, on the server when typing rests. */
export function keepDraft(key: DraftKey, content: DraftContent): void {
  const userId = whoIsHere()
  if (!userId) return
  const typedOn = readKept(userId, key)?.typedOn ?? null
  writeKept(userId, key, { content, savedAt: Date.now(), onServer: false, typedOn })
  saveIn(RESTED)
}

/** Sent, or not wanted: gone here at once and everywhere as soon as the server hears it. */
export function dropDraft(key: DraftKey): void {
  const userId = whoIsHere()
  if (!userId || !readKept(userId, key)?.content) return
  writeKept(userId, key, { content: null, savedAt: Date.now(), onServer: false, typedOn: null })
  saveIn(0)
}

/** True once the server has everything this person has typed on this device. */
export async function saveDraftsNow(): Promise<boolean> {
  clearTimeout(timer)
  const before = saving
  saving = (before ?? Promise.resolve(true)).then(saveAll)
  const mine = saving
  const saved = await mine
  if (saving === mine) saving = undefined
  return saved
}

beforeLeaving(saveDraftsNow)

let timer: ReturnType<typeof setTimeout> | undefined
let saving: Promise<boolean> | undefined
/** What the server refuses it would refuse again. */
const refused = new Map<DraftKey, number>()

const whoIsHere = (): Id | undefined => useAuth.getState().user?.id

function saveIn(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void saveDraftsNow(), ms)
}

async function saveAll(): Promise<boolean> {
  const waiting = unsavedDrafts().filter(({ userId }) => userId === whoIsHere())
  let isEverything = true
  for (const draft of waiting) {
    if (refused.get(draft.key) === draft.savedAt) isEverything = false
    else if (!(await saveOne(draft))) return false
  }
  useDraftSaving.setState({ isFailing: !isEverything })
  return isEverything
}

async function saveOne(draft: UnsavedDraft): Promise<boolean> {
  const { userId, key, savedAt, content, typedOn } = draft
  let saved: string | null = null
  try {
    if (content) saved = (await call(drafts.save, { params: { key }, body: { content, replaces: typedOn } })).updatedAt
    else await call(drafts.discard, { params: { key } })
  } catch (error) {
    const standing = hasCode(error, 'conflict') && (await setApart(userId, key))
    if (standing) return saveOne({ ...draft, typedOn: standing })
    if (error instanceof ProblemError && error.status < 500 && error.status !== 429) refused.set(key, savedAt)
    else saveIn(AGAIN)
    useDraftSaving.setState({ isFailing: true })
    return false
  }
  queryClient.removeQueries({ queryKey: listed })
  const kept = readKept(userId, key)
  // Gone meanwhile: whoever typed it has left.
  if (!kept) return true
  // Typed on while it was on its way: then that is still to be saved.
  const isSame = kept.savedAt === savedAt
  if (isSame && !kept.content) removeKept(userId, key)
  else writeKept(userId, key, { ...kept, onServer: isSame, typedOn: saved })
  return true
}

/** Another device has saved meanwhile. What is being typed here is the newest and replaces it; that is offered, not lost. */
async function setApart(userId: Id, key: DraftKey): Promise<string | false> {
  queryClient.removeQueries({ queryKey: listed })
  const [server, kept] = [await fromServer(key), readKept(userId, key)]
  if (!server || server === 'unknown' || !kept || server.updatedAt === kept.typedOn) return false
  writeKept(userId, key, { ...kept, typedOn: server.updatedAt })
  if (server.device !== deviceName()) useOtherDrafts.setState({ [key]: server })
  return server.updatedAt
}

const listed = ['drafts', 'list']

async function fromServer(key: DraftKey): Promise<(ServerDraft & { updatedAt: string }) | undefined | 'unknown'> {
  try {
    const items = await queryClient.fetchQuery({
      queryKey: listed,
      queryFn: async () => (await call(drafts.list, { signal: AbortSignal.timeout(PATIENCE) })).items,
      // Whoever looks through tickets asks once; the form of a new one is worth asking again.
      staleTime: key === 'new-ticket' ? 0 : 30_000,
      retry: false,
    })
    const found = items.find((each) => each.key === key)
    if (!found) return items.length < MOST ? undefined : 'unknown'
    return { ...(asReceived(found.content) ?? unreadable()), updatedAt: found.updatedAt }
  } catch {
    return 'unknown'
  }
}

/** Put there by another program: as good as an empty one. */
const unreadable = (): ServerDraft => ({ content: {}, savedAt: 0, device: deviceName() })

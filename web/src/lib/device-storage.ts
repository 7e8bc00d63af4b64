import { forgetDrafts } from './device-drafts.ts'

/** What belongs to the device and not to whoever is signed in. */
const OF_THE_DEVICE = [
  'p57.ui',
  'p57.device',
  'p57.device-name',
  'p57:last-studio',
  'p57.active-at',
  'p57.ending',
  'p57.ended-at',
]

/** Nothing of the person who leaves stays on the device, whatever wrote it. */
export function forgetPerson(): void {
  forgetDrafts()
  try {
    for (const key of Object.keys(localStorage)) if (!OF_THE_DEVICE.includes(key)) localStorage.removeItem(key)
    sessionStorage.clear()
  } catch {
    // Storage is blocked, so there is nothing in it.
  }
  forgetDatabases().catch(() => undefined)
}

async function forgetDatabases(): Promise<void> {
  for (const { name } of (await globalThis.indexedDB?.databases?.()) ?? []) if (name) indexedDB.deleteDatabase(name)
}

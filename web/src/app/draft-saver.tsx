import { useEffect } from 'react'
import { saveDraftsNow } from '../lib/server-drafts.ts'

/** Brings to the server what is only on this device: from before this page, when the line is back, and when one turns away. */
export function DraftSaver() {
  useEffect(() => {
    const save = () => void saveDraftsNow()
    const turnedAway = () => document.visibilityState === 'hidden' && save()
    save()
    window.addEventListener('online', save)
    document.addEventListener('visibilitychange', turnedAway)
    return () => {
      window.removeEventListener('online', save)
      document.removeEventListener('visibilitychange', turnedAway)
    }
  }, [])
  return null
}

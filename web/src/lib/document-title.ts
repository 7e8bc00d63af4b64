import { useEffect } from 'react'
import { useDevice } from '../stores/device-store.ts'

/** Names the page in the tab and in the history. On a shared device others read that history: there it says `discreet`. */
export function useDocumentTitle(title: string, discreet = title): void {
  const shown = useDevice(({ isShared }) => isShared) ? discreet : title
  useEffect(() => {
    document.title = `${shown} · Physique 57`
  }, [shown])
}

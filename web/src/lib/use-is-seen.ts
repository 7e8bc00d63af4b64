import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void) => {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

/** Whether anybody can be looking: the tab is in front and its window not hidden. */
export const useIsSeen = (): boolean => useSyncExternalStore(subscribe, () => !document.hidden)

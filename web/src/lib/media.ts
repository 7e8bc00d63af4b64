import { useSyncExternalStore } from 'react'

const phone = '(width < 768px)'

/** For behaviour that differs on a phone; looks differ by CSS alone. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches)
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(phone)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

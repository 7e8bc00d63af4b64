import { useCallback, useSyncExternalStore } from 'react'

const phone = '(width < 768px)'

/** Where a page has to decide once. */
export const isPhoneNow = (): boolean => window.matchMedia(phone).matches

/** For behaviour that differs on a phone; looks differ by CSS alone. */
export const useIsPhone = (): boolean => useMatches(phone)

/** Wide enough for a list and a ticket beside it. */
export const useHasRoomBeside = (): boolean => useMatches('(width >= 1280px)')

/** Used with a finger: it has a camera at hand, and nothing to drop or paste with. */
export const useIsTouch = (): boolean => useMatches('(pointer: coarse)')

function useMatches(media: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const query = window.matchMedia(media)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    [media],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches)
}

import { useEffect } from 'react'

/** Fetches a part of the app when the page has come to rest, so that it is there when wanted, offline too. */
export function useFetchQuietly(load: () => Promise<unknown>): void {
  useEffect(() => {
    const soon = setTimeout(() => load().catch(() => undefined), QUIET_AFTER)
    return () => clearTimeout(soon)
  }, [load])
}

const QUIET_AFTER = 2_000

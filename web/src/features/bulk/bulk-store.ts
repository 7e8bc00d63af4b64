import type { BulkOperation, Id } from '@physique57/contracts'
import { create } from 'zustand'
import { readHere, writeHere } from '../../lib/device-memory.ts'

const key = 'p57.bulk'

interface BulkFollowed {
  /** What was begun on this device and has not been told to be over; a reload forgets nothing. */
  followed: readonly Id[]
  /** What is looked at: what one operation refused, or the latest of them. */
  shown: BulkOperation | 'latest' | null
}

export const useBulkFollowed = create<BulkFollowed>(() => ({
  followed: readHere(key)?.split(' ') ?? [],
  shown: null,
}))

const setFollowed = (followed: readonly Id[]): void => {
  writeHere(key, followed.length > 0 ? followed.join(' ') : null)
  useBulkFollowed.setState({ followed })
}

export const follow = (id: Id): void => setFollowed([...useBulkFollowed.getState().followed, id])
export const unfollow = (ids: readonly Id[]): void =>
  setFollowed(useBulkFollowed.getState().followed.filter((id) => !ids.includes(id)))

export const showBulk = (shown: BulkFollowed['shown']): void => useBulkFollowed.setState({ shown })

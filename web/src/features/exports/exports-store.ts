import type { Id } from '@physique57/contracts'
import { create } from 'zustand'
import { readHere, writeHere } from '../../lib/device-memory.ts'

const key = 'p57.exports'

interface Exports {
  /** What the open dialog is about: all that match, or what was chosen. */
  asked: 'all' | readonly Id[] | null
  /** Something was begun on this device and has not been told to be over. */
  isFollowing: boolean
}

export const useExports = create<Exports>(() => ({ asked: null, isFollowing: readHere(key) !== null }))

export const openExport = (asked: 'all' | readonly Id[]) => useExports.setState({ asked })
export const closeExport = () => useExports.setState({ asked: null })

export function followExports(isFollowing: boolean): void {
  writeHere(key, isFollowing ? '1' : null)
  useExports.setState({ isFollowing })
}

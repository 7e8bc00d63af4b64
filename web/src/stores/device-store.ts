import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Someone } from './auth-store.ts'

/** Minutes without use after which a shared device locks. */
export const lockChoices = [1, 2, 5, 10, 15, 30] as const

const MOST_PEOPLE = 8

interface DeviceState {
  /** Several people use it in turn, as at a front desk. */
  isShared: boolean
  lockAfter: number
  /** Who agreed to be shown when choosing who signs in; the last one first. */
  people: Someone[]
  setShared: (isShared: boolean) => void
  setLockAfter: (minutes: number) => void
  remember: (person: Someone) => void
  forget: (id: string) => void
}

/** What this browser knows about where it stands. It belongs to the device: signing out leaves it. */
export const useDevice = create<DeviceState>()(
  persist(
    (set) => ({
      isShared: false,
      lockAfter: 5,
      people: [],
      setShared: (isShared) => set(isShared ? { isShared } : { isShared, people: [] }),
      setLockAfter: (lockAfter) => set({ lockAfter }),
      remember: ({ id, name, email }) =>
        set(({ people }) => ({ people: [{ id, name, email }, ...without(people, id)].slice(0, MOST_PEOPLE) })),
      forget: (id) => set(({ people }) => ({ people: without(people, id) })),
    }),
    { name: 'p57.device' },
  ),
)

const without = (people: Someone[], id: string): Someone[] => people.filter((each) => each.id !== id)

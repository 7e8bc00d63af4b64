import { create } from 'zustand'
import { useAuth } from '../../stores/auth-store.ts'

interface RecentTicket {
  id: string
  key: string
  title: string
}

interface Recent {
  searches: string[]
  tickets: RecentTicket[]
}

const MOST = 5
const nothing: Recent = { searches: [], tickets: [] }

/** What this person looked for and opened lately. In memory, and gone when they leave: a front desk's device is shared. */
export const useRecent = create<Recent>(() => nothing)

export const rememberSearch = (q: string): void =>
  useRecent.setState(({ searches }) => ({ searches: [q, ...searches.filter((each) => each !== q)].slice(0, MOST) }))

export const rememberTicket = ({ id, key, title }: RecentTicket): void =>
  useRecent.setState(({ tickets }) => ({
    tickets: [{ id, key, title }, ...tickets.filter((each) => each.id !== id)].slice(0, MOST),
  }))

useAuth.subscribe(({ status }) => {
  if (status === 'signed-out') useRecent.setState(nothing)
})

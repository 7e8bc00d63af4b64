import type { TicketStatus } from '@physique57/contracts'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface BoardState {
  collapsed: readonly TicketStatus[]
  toggle: (status: TicketStatus) => void
}

/** Which columns this browser keeps narrow; what is closed is seldom looked at. */
export const useBoardStore = create<BoardState>()(
  persist(
    (set) => ({
      collapsed: ['closed'],
      toggle: (status) =>
        set(({ collapsed }) => ({
          collapsed: collapsed.includes(status) ? collapsed.filter((each) => each !== status) : [...collapsed, status],
        })),
    }),
    { name: 'p57.board' },
  ),
)

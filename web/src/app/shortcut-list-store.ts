import { create } from 'zustand'

interface ShortcutListState {
  isShown: boolean
  show: () => void
  hide: () => void
}

export const useShortcutList = create<ShortcutListState>()((set) => ({
  isShown: false,
  show: () => set({ isShown: true }),
  hide: () => set({ isShown: false }),
}))

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'comfortable'

interface UiState {
  theme: Theme
  density: Density
  isSidebarCollapsed: boolean
  /** By person: what their lists show, where they chose it. */
  columns: Record<string, string>
  /** Whether a ticket opens beside its list, where there is room. */
  isSplit: boolean
  /** Of the ticket beside the list, in pixels. */
  paneWidth: number
  setTheme: (theme: Theme) => void
  setDensity: (density: Density) => void
  setSidebarCollapsed: (isSidebarCollapsed: boolean) => void
  setColumns: (userId: string, columns: string | undefined) => void
  setSplit: (isSplit: boolean) => void
  setPaneWidth: (paneWidth: number) => void
}

/** How this browser likes to look. public/boot.js reads the same entry before the first paint. */
export const useUi = create<UiState>()(
  persist(
    (set) => ({
      theme: 'system',
      density: 'compact',
      isSidebarCollapsed: false,
      columns: {},
      isSplit: false,
      paneWidth: 472,
      setTheme: (theme) => {
        applyTheme(theme)
        set({ theme })
      },
      setDensity: (density) => set({ density }),
      setSidebarCollapsed: (isSidebarCollapsed) => set({ isSidebarCollapsed }),
      setColumns: (userId, columns) =>
        set((ui) => {
          const { [userId]: _, ...others } = ui.columns
          return { columns: columns ? { ...others, [userId]: columns } : others }
        }),
      setSplit: (isSplit) => set({ isSplit }),
      setPaneWidth: (paneWidth) => set({ paneWidth }),
    }),
    { name: 'p57.ui' },
  ),
)

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

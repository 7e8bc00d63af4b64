import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'comfortable'

interface UiState {
  theme: Theme
  density: Density
  isSidebarCollapsed: boolean
  setTheme: (theme: Theme) => void
  setDensity: (density: Density) => void
  setSidebarCollapsed: (isSidebarCollapsed: boolean) => void
}

/** How this browser likes to look. public/boot.js reads the same entry before the first paint. */
export const useUi = create<UiState>()(
  persist(
    (set) => ({
      theme: 'system',
      density: 'compact',
      isSidebarCollapsed: false,
      setTheme: (theme) => {
        applyTheme(theme)
        set({ theme })
      },
      setDensity: (density) => set({ density }),
      setSidebarCollapsed: (isSidebarCollapsed) => set({ isSidebarCollapsed }),
    }),
    { name: 'p57.ui' },
  ),
)

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

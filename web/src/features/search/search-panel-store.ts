import { create } from 'zustand'

interface SearchPanel {
  isOpen: boolean
  /** What stands in it when it opens. */
  text: string
}

/** The one search of the app, opened by its box, by `/` and by Ctrl/Cmd+K. */
export const useSearchPanel = create<SearchPanel>(() => ({ isOpen: false, text: '' }))

export const openSearch = (text = ''): void => useSearchPanel.setState({ isOpen: true, text })
export const closeSearch = (): void => useSearchPanel.setState({ isOpen: false })

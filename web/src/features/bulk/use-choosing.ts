import type { Id } from '@physique57/contracts'
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { clearSelection, toggleSelected } from './selection.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    isChoosing?: boolean
  }
}

/** On a phone tickets are chosen instead of opened, until one is done; an entry of the history, so that going back leaves it. */
export function useChoosing() {
  const isChoosing = useLocation({ select: ({ state }) => state.isChoosing === true })
  const navigate = useNavigate()
  const { history } = useRouter()
  const begin = (id?: Id) => {
    if (!isChoosing) void navigate({ to: '.', search: true, state: { isChoosing: true } })
    if (id) toggleSelected(id)
  }
  const end = () => {
    clearSelection()
    if (isChoosing) history.back()
  }
  return { isChoosing, begin, end }
}

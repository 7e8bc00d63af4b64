import type { Id } from '@physique57/contracts'
import type { FocusEvent } from 'react'
import { useHasRoomBeside } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { useUi } from '../../../stores/ui-store.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { linkTo } from './focused-row.ts'

/** The ticket beside the list: which it is, and how it opens, follows the focus and closes. */
export function useBeside(search: TicketSearch, onChange: (search: TicketSearch) => void) {
  const isSplit = useUi((ui) => ui.isSplit)
  const hasRoom = useHasRoomBeside()
  const { open: openId } = search
  const open = (id: Id) => {
    // pressed once more, one goes on in it
    if (id === openId) document.getElementById('ticket-pane')?.focus()
    else onChange({ ...search, open: id })
  }
  const close = () => {
    const { open: _, ...others } = search
    onChange(others)
    if (openId) linkTo(openId)?.focus()
  }
  const look = () => {
    const id = focusedTicket(document.activeElement)
    if (id && id !== openId) onChange({ ...search, open: id })
    else if (openId) close()
  }
  useShortcuts([
    { keys: 'Space', label: 'Look at it beside the list', group: 'List', run: look },
    { keys: 'Escape', label: 'Close the ticket beside the list', group: 'List', run: close, disabled: !openId },
  ])
  return {
    openId,
    close,
    /** Rows open beside the list, while that is wanted and there is room. */
    open: (isSplit && hasRoom) || openId ? open : null,
    /** While one is open, it is the one of the row with the focus. */
    follow: ({ target }: FocusEvent) => {
      const id = openId && focusedTicket(target)
      if (id && id !== openId) onChange({ ...search, open: id })
    },
  }
}

const focusedTicket = (element: Element | null): Id | undefined =>
  element instanceof HTMLElement ? element.dataset.ticket : undefined

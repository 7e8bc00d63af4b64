import type { BoardColumn, TicketStatus, TicketSummary } from '@physique57/contracts'
import { useRef } from 'react'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { selectRange, toggleSelected } from '../../bulk/selection.ts'
import { moveFocus } from '../../tickets/list/use-list-place.ts'
import type { TicketSearch } from '../../tickets/ticket-search.ts'
import { useBoardStore } from '../board-store.ts'
import { Lane } from './lane.tsx'
import { LaneCards } from './lane-cards.tsx'

export interface LanesProps {
  columns: BoardColumn[]
  search: TicketSearch
  onMove: (ticket: TicketSummary, to: TicketStatus) => void
  order: () => string[]
  isLoadingMore: (status: TicketStatus) => boolean
  loadMore: (status: TicketStatus) => (() => void) | null
}

interface DeskLanesProps extends LanesProps {
  statuses: readonly TicketStatus[]
  lifted: TicketSummary | undefined
}

/** All columns beside each other; those the filters rule out are narrow, and still take what is dropped there. */
export function Lanes({ columns, statuses, lifted, search, onMove, order, isLoadingMore, loadMore }: DeskLanesProps) {
  const board = useRef<HTMLDivElement>(null)
  const { collapsed, toggle } = useBoardStore()
  const withFocused = (act: (id: string) => void) => {
    const id = document.activeElement?.getAttribute('data-ticket')
    if (id) act(id)
  }
  useShortcuts([
    { keys: 'J', label: 'Next ticket', group: 'Board', run: () => moveFocus(board.current, 1) },
    { keys: 'K', label: 'Previous ticket', group: 'Board', run: () => moveFocus(board.current, -1) },
    { keys: 'X', label: 'Select', group: 'Board', run: () => withFocused(toggleSelected) },
    {
      keys: 'Shift+X',
      label: 'Select up to here',
      group: 'Board',
      run: () => withFocused((id) => selectRange(id, order())),
    },
  ])
  return (
    <div ref={board} className="flex min-h-0 flex-1 overflow-x-auto bg-frame">
      {statuses.map((status) => {
        const column = columns.find((each) => each.status === status)
        return (
          <Lane
            key={status}
            status={status}
            column={column}
            isCollapsed={collapsed.includes(status)}
            onToggle={() => toggle(status)}
            lifted={lifted}
          >
            {column && (
              <LaneCards
                column={column}
                search={search}
                onMove={onMove}
                order={order}
                isLoadingMore={isLoadingMore(status)}
                loadMore={loadMore(status)}
              />
            )}
          </Lane>
        )
      })}
    </div>
  )
}

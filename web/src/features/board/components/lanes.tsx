import type { BoardColumn, TicketStatus, TicketSummary } from '@physique57/contracts'
import { useRef } from 'react'
import { useListKeys } from '../../tickets/list/use-list-keys.ts'
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
  useListKeys({
    group: 'Board',
    scroller: board,
    tickets: () => columns.flatMap(({ items }) => items),
    // where a card may go, with the reasons why not elsewhere
    onStatus: (card) => card.querySelector<HTMLElement>('[data-move] button')?.click(),
  })
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

import type { BoardColumn, TicketStatus, TicketSummary } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Button } from '../../../components/ui/button.tsx'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { conditionsIn, type TicketSearch, withConditions } from '../../tickets/ticket-search.ts'
import { BoardCard } from './board-card.tsx'
import { countOf } from './lane.tsx'

interface LaneCardsProps {
  column: BoardColumn
  search: TicketSearch
  onMove: (ticket: TicketSummary, to: TicketStatus) => void
  order: () => string[]
  isLoadingMore: boolean
  loadMore: (() => void) | null
}

/** The tickets of a column, and the way to more of them: here first, then in the list. */
export function LaneCards({ column, search, onMove, order, isLoadingMore, loadMore }: LaneCardsProps) {
  const hidden = column.total - column.items.length
  return (
    <>
      <ul className="grid gap-1.5 touch:gap-2">
        {column.items.map((ticket) => (
          <li key={ticket.id} className="min-w-0">
            <BoardCard ticket={ticket} onMove={onMove} order={order} />
          </li>
        ))}
      </ul>
      {column.items.length === 0 && <p className="px-1 py-2 text-ink-3 text-sm">No tickets</p>}
      {hidden > 0 && (
        <div className="flex justify-center py-2">
          {loadMore ? (
            <Button variant="ghost" size="sm" busy={isLoadingMore} onClick={loadMore}>
              Load more
            </Button>
          ) : (
            <Link
              to="/tickets"
              search={{
                ...withConditions(search, [
                  ...conditionsIn(search),
                  { field: 'status', operator: 'is', not: false, values: [column.status] },
                ]),
                layout: undefined,
              }}
              className={cx(textLinkClass, 'text-sm')}
            >
              All {countOf(column)} in the list
            </Link>
          )}
        </div>
      )}
    </>
  )
}

import { statusLabel, TicketStatus } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../lib/format.ts'
import { ticketQueries } from '../api.ts'
import { StatusIcon } from '../status.tsx'
import { conditionsIn, filtersOf, type TicketSearch, withConditions } from '../ticket-search.ts'

export interface StatusCountsProps {
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** A count ends here. */
const MOST = 10_000

/** How many of the tickets shown have each status; each narrows the list to its own, and once more opens it again. */
export function StatusCounts({ search, onChange }: StatusCountsProps) {
  const { data } = useQuery(ticketQueries.counts(filtersOf(search)))
  if (!data) return null
  const conditions = conditionsIn(search)
  const others = conditions.filter(({ field, not }) => field !== 'status' || not)
  const isOnly = (status: TicketStatus) =>
    conditions.some(({ field, not, values }) => field === 'status' && !not && values.join() === status)
  return (
    <ul aria-label="Tickets by status" className="flex items-center gap-0.5 whitespace-nowrap">
      {TicketStatus.options
        .filter((status) => data.statuses[status] > 0)
        .map((status) => (
          <li key={status}>
            <button
              type="button"
              aria-pressed={isOnly(status)}
              onClick={() =>
                onChange(
                  withConditions(
                    search,
                    isOnly(status)
                      ? others
                      : [...others, { field: 'status', operator: 'is', not: false, values: [status] }],
                  ),
                )
              }
              className="num inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink aria-pressed:bg-pressed aria-pressed:text-ink touch:h-11 touch:px-2.5 touch:text-sm"
            >
              <StatusIcon status={status} />
              {statusLabel[status]} {formatNumber(data.statuses[status])}
              {data.statuses[status] >= MOST && '+'}
            </button>
          </li>
        ))}
    </ul>
  )
}

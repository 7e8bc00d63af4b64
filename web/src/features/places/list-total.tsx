import { useQuery } from '@tanstack/react-query'
import { cx } from '../../lib/cx.ts'
import { formatNumber } from '../../lib/format.ts'
import { ticketQueries } from '../tickets/api.ts'
import { filtersOf, type TicketSearch } from '../tickets/ticket-search.ts'

/** How many tickets a list holds, beside its name; nothing while that is not known. */
export function ListTotal({ search, className }: { search: TicketSearch; className?: string }) {
  const { data } = useQuery(ticketQueries.total(filtersOf(search)))
  if (!data) return null
  return (
    <span className={cx('num ml-auto text-xs font-normal text-ink-3', className)}>
      {formatNumber(data.total)}
      {data.totalIsCapped && '+'}
    </span>
  )
}

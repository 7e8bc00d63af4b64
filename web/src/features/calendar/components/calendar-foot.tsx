import type { CalendarBy, CalendarDay, TicketFiltersSent } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { cx } from '../../../lib/cx.ts'
import { formatNumber } from '../../../lib/format.ts'
import { ticketQueries } from '../../tickets/api.ts'
import { conditionsIn, withConditions } from '../../tickets/ticket-search.ts'
import { byField } from '../day-words.ts'

interface CalendarFootProps {
  days: CalendarDay[]
  by: CalendarBy
  filters: TicketFiltersSent
}

/** How many are in sight, and where those are that have no day. */
export function CalendarFoot({ days, by, filters }: CalendarFootProps) {
  const sum = days.reduce((all, { total }) => all + total, 0)
  return (
    <footer className="num flex min-h-8 flex-none items-center gap-3 border-line border-t px-3 text-ink-3 text-xs max-md:min-h-11 max-md:text-sm">
      <span>
        {sum === 1 ? '1 ticket' : `${formatNumber(sum)} tickets`}
        <span className="max-md:hidden"> in these days</span>
      </span>
      {by !== 'created' && <WithoutDay by={by} filters={filters} />}
    </footer>
  )
}

const lacking = { due: 'no due time yet', followUp: 'no follow-up' }

function WithoutDay({ by, filters }: { by: keyof typeof lacking; filters: TicketFiltersSent }) {
  const field = byField[by]
  const filter = [filters.filter, `${field}:none`, ...(by === 'due' ? ['is:open'] : [])].filter(Boolean).join(' ')
  const { data } = useQuery(ticketQueries.total({ ...filters, filter }))
  if (!data?.total) return null
  return (
    <Link
      to="/tickets"
      search={(search) => ({
        ...withConditions(search, [
          ...conditionsIn(search),
          { field, operator: 'is', not: false, values: ['none'] },
          ...(by === 'due' ? [{ field: 'is' as const, operator: 'is' as const, not: false, values: ['open'] }] : []),
        ]),
        layout: undefined,
      })}
      className={cx(textLinkClass, 'touch:inline-flex touch:min-h-11 touch:items-center')}
    >
      {formatNumber(data.total)} with {lacking[by]}
    </Link>
  )
}

import { TicketStatus } from '@physique57/contracts'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { filtersOf, type TicketSearch } from '../tickets/ticket-search.ts'
import { boardQuery, columnQuery } from './api.ts'

/** How many of a column are shown after asking for more once, and twice. Whoever wants all of them has the list. */
const STEPS = [20, 50, 100] as const

/** The columns of the board, each with as many tickets as were asked for. */
export function useColumns(search: TicketSearch) {
  const filters = filtersOf(search)
  const question = JSON.stringify(filters)
  const query = useQuery(boardQuery(filters))
  const [asked, setAsked] = useState<{ question: string; steps: Partial<Record<TicketStatus, number>> }>({
    question,
    steps: {},
  })
  const steps = asked.question === question ? asked.steps : {}
  const longer = TicketStatus.options.filter((status) => steps[status])
  const more = useQueries({
    queries: longer.map((status) => columnQuery(filters, status, STEPS[steps[status] ?? 0] ?? STEPS[0])),
  })

  const columns = (query.data?.columns ?? []).map((column) => {
    const whole = more.find(({ data }) => data?.status === column.status)?.data
    return whole ? { ...column, ...whole } : column
  })
  return {
    query,
    columns,
    isLoadingMore: (status: TicketStatus) => more[longer.indexOf(status)]?.isFetching === true,
    /** null: the list has the rest. */
    loadMore: (status: TicketStatus): (() => void) | null => {
      const next = (steps[status] ?? 0) + 1
      return next < STEPS.length ? () => setAsked({ question, steps: { ...steps, [status]: next } }) : null
    },
  }
}

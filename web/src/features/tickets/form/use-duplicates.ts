import type { TicketSummary } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { ticketQueries } from '../api.ts'
import { useDebounced } from '../use-debounced.ts'
import type { NewTicketValues } from './new-ticket.ts'

/** The API looks at no more. */
const LONGEST = 2_000

/** Open tickets like the one being written, likeliest first; nothing before it is said what it is about and where. */
export function useDuplicates(): TicketSummary[] {
  const [subcategoryId, studioId, title, description] = useWatch<
    NewTicketValues,
    ['subcategoryId', 'studioId', 'title', 'description']
  >({ name: ['subcategoryId', 'studioId', 'title', 'description'] })
  const text = useDebounced(`${title} ${description}`.trim().slice(0, LONGEST), 400)
  const { data = [] } = useQuery({
    ...ticketQueries.duplicates({ subcategoryId: subcategoryId ?? '', studioId: studioId ?? '', text }),
    enabled: subcategoryId !== null && studioId !== null,
    // A hint that does not come is no failure to speak of.
    retry: false,
  })
  return data
}

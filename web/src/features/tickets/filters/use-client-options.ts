import type { ClientMatch } from '@physique57/contracts'
import { useQueries, useQuery } from '@tanstack/react-query'
import { clientsQuery, ticketQueries } from '../api.ts'
import type { FilterOption } from './use-filter-fields.ts'

/** Clients that were chosen, called as the last ticket of theirs that one sees calls them. */
export function useChosenClients(ids: readonly string[]): FilterOption[] {
  const known = useQueries({ queries: ids.map((id) => ticketQueries.ofClient(id)) })
  return ids.map((id, index) => {
    const { data, isPending } = known[index] ?? {}
    return { value: id, label: data?.items[0]?.clientName ?? (isPending ? '…' : 'A client you see no ticket of') }
  })
}

/** Who fits what is typed: an exact phone, e-mail or membership number, or three letters of a name. */
export function useFoundClients(typed: string): FilterOption[] {
  const { data = [] } = useQuery(clientsQuery(typed))
  return typed.trim().length < 3 ? [] : data.map((match) => ({ value: match.id, label: labelOf(match) }))
}

/** Two may have the same name. */
const labelOf = ({ name, maskedPhone, membershipNumber }: ClientMatch): string =>
  [name, membershipNumber ?? maskedPhone].filter(Boolean).join(', ')

import type { Id } from '@physique57/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { closeExport, useExports } from '../../exports/exports-store.ts'
import { ticketQueries } from '../api.ts'
import { filtersOf, type TicketSearch } from '../ticket-search.ts'
import { useShownColumns, withAnswers } from './shown-columns.ts'

const ExportDialog = lazyPart(() => import('../../exports/components/export-dialog.tsx'))

/** In which form the tickets shall be taken out, once somebody wants that; whatever layout shows them. */
export function ExportQuestion({ search }: { search: TicketSearch }) {
  const asked = useExports((exports) => exports.asked)
  const filters = filtersOf(search)
  const columns = useShownColumns(search)
  const { data } = useQuery({ ...ticketQueries.total(filters), enabled: asked !== null })
  const client = useQueryClient()
  if (!asked || !data) return null
  const pages = client.getQueryData(ticketQueries.list(withAnswers(filters, columns)).queryKey)?.pages ?? []
  const rows = pages.flatMap(({ items }) => items)
  return (
    <Part onMissing={closeExport}>
      <ExportDialog
        asked={inListOrder(asked, rows)}
        filters={filters}
        columns={columns}
        isGrouped={search.group !== undefined && !search.layout}
        {...data}
      />
    </Part>
  )
}

/** What was chosen one by one, as the list has it. */
function inListOrder(asked: 'all' | readonly Id[], rows: readonly { id: Id }[]): 'all' | readonly Id[] {
  if (asked === 'all') return asked
  const places = new Map(rows.map(({ id }, place) => [id, place]))
  return asked.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}

import { type Id, usualColumns } from '@physique57/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Part } from '../../components/ui/part.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { BulkProgress } from '../bulk/components/bulk-progress.tsx'
import { clearSelection, useSelection } from '../bulk/selection.ts'
import { closeExport, useExports } from '../exports/exports-store.ts'
import { FilterBar } from './components/filter-bar.tsx'
import { ListFoot } from './components/list-foot.tsx'
import { ListPhoneBar } from './components/list-phone-bar.tsx'
import { TicketListEmpty } from './components/ticket-list-empty.tsx'
import { TicketListSkeleton } from './components/ticket-list-skeleton.tsx'
import { TicketRows } from './components/ticket-rows.tsx'
import { ViewTabs } from './components/view-tabs.tsx'
import { filtersOf, type TicketSearch } from './ticket-search.ts'
import { useShownTickets } from './use-shown-tickets.ts'

const route = getRouteApi('/app/tickets')

const ExportDialog = lazyPart(() => import('../exports/components/export-dialog.tsx'))
const BulkBar = lazyPart(() => import('../bulk/components/bulk-bar.tsx'))

export function TicketListPage() {
  useDocumentTitle('Tickets')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: TicketSearch) => {
    clearSelection()
    void navigate({ search: next, replace: true })
  }
  const { query, live, total, totalIsCapped } = useShownTickets(search)
  const asked = useExports((exports) => exports.asked)
  const exported = asked && inListOrder(asked, live.rows)
  const isSelecting = useSelection(({ ids }) => ids.length > 0)

  return (
    <section aria-label="Tickets" className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
      <ListPhoneBar />
      <ViewTabs search={search} onChange={show} />
      <FilterBar search={search} onChange={show} />
      {query.isPending ? (
        <TicketListSkeleton />
      ) : !query.data ? (
        <ErrorState error={query.error} title="The tickets could not be loaded" onRetry={() => void query.refetch()} />
      ) : live.rows.length === 0 ? (
        <TicketListEmpty search={search} onChange={show} />
      ) : (
        <>
          <TicketRows
            key={JSON.stringify(search)}
            search={search}
            live={live}
            isOutdated={query.isPlaceholderData}
            hasMore={query.hasNextPage}
            isLoadingMore={query.isFetchingNextPage}
            onLoadMore={() => void query.fetchNextPage()}
          />
          {isSelecting && (
            <Part>
              <BulkBar filters={filtersOf(search)} total={total} />
            </Part>
          )}
          <ListFoot shown={live.rows.length} total={total} totalIsCapped={totalIsCapped} />
        </>
      )}
      <BulkProgress />
      {exported && (
        <Part onMissing={closeExport}>
          <ExportDialog
            asked={exported}
            filters={filtersOf(search)}
            columns={usualColumns}
            total={total}
            totalIsCapped={totalIsCapped}
          />
        </Part>
      )}
    </section>
  )
}

/** What was chosen one by one, as the list has it. */
function inListOrder(asked: 'all' | readonly Id[], rows: readonly { item: { id: Id } }[]): 'all' | readonly Id[] {
  if (asked === 'all') return asked
  const places = new Map(rows.map(({ item }, place) => [item.id, place]))
  return asked.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
}

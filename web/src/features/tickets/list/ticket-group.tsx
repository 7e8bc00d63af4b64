import type { TicketGroup as Group, TicketColumnKey, TicketGrouping, TicketSummary } from '@physique57/contracts'
import { type ReactNode, useEffect } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { HeadRow } from '../../../components/ui/head-row.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { LoadingRows, RowNote } from '../../../components/ui/table.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { searchOfGroup } from '../ticket-groups.ts'
import type { TicketSearch } from '../ticket-search.ts'
import { GroupHead } from './group-head.tsx'
import type { LiveRows } from './live-rows.ts'
import { LoadMore } from './load-more.tsx'
import { TicketCards } from './ticket-cards-part.tsx'
import { TicketTableBody } from './ticket-table.tsx'
import type { Scroller } from './use-row-window.tsx'
import { useShownTickets } from './use-shown-tickets.ts'

type Rows = LiveRows<TicketSummary>['rows']

/** Of one list, what its groups share. */
export interface TicketGroupProps {
  by: TicketGrouping
  group: Group
  search: TicketSearch
  columns: readonly TicketColumnKey[]
  scroller: Scroller
  openId: string | undefined
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** How many rows of the whole table stand before it. */
  rowsBefore: number
  /** Of all groups, as they are shown. */
  order: () => string[]
  /** Told which rows this one shows; of a closed one, none. */
  onRows: (value: string, rows: Rows) => void
}

/** A head that stays in sight, and below it the group's tickets, fetched when it is opened. */
export function TicketGroup(props: TicketGroupProps) {
  const { by, group, search, columns, scroller, openId, isOpen, onOpen, rowsBefore, order, onRows } = props
  const { query, live } = useShownTickets(searchOfGroup(search, by, group.value), columns, { enabled: isOpen })
  const rows = isOpen ? live.rows : none
  // what keys and ranges act on; nothing is drawn again for it
  useEffect(() => onRows(group.value, rows))
  const isPhone = useIsPhone()
  const open = (wanted: boolean) => {
    // what left it is not there any more when it is opened again
    if (wanted && !isOpen) live.refresh()
    onOpen(wanted)
  }
  const head = (
    <GroupHead by={by} group={group} isOpen={isOpen} onOpen={open} added={live.added} onShowAdded={live.refresh} />
  )
  const failure = query.error && !query.data && (
    <ErrorState error={query.error} title="The tickets could not be loaded" onRetry={() => void query.refetch()} />
  )
  const more = query.hasNextPage && (
    <LoadMore isLoading={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()} />
  )
  const waiting = Math.min(group.total, FEW)
  if (isPhone)
    return (
      <section>
        <h2 data-row="" className="sticky top-0 z-2 h-11 border-line border-b bg-frame font-normal">
          {head}
        </h2>
        {isOpen &&
          (failure ||
            (query.isPending ? <LoadingCards count={waiting} /> : <TicketCards rows={rows} scroller={scroller} />))}
        {isOpen && more}
      </section>
    )
  return (
    <>
      <tbody>
        <HeadRow rowsBefore={rowsBefore}>{head}</HeadRow>
      </tbody>
      {isOpen && (
        <Below note={failure || more}>
          {query.isPending ? (
            <tbody>
              <LoadingRows count={waiting} />
            </tbody>
          ) : (
            <TicketTableBody
              rows={rows}
              columns={columns}
              scroller={scroller}
              openId={openId}
              rowsBefore={rowsBefore + 1}
              order={order}
            />
          )}
        </Below>
      )}
    </>
  )
}

const none: Rows = []
/** So many placeholders at most. */
const FEW = 20

function Below({ note, children }: { note: ReactNode; children: ReactNode }) {
  return (
    <>
      {children}
      {note && (
        <tbody>
          <RowNote>{note}</RowNote>
        </tbody>
      )}
    </>
  )
}

const LoadingCards = ({ count }: { count: number }) => (
  <Loading label="Loading tickets">
    {Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      <div key={index} className="grid h-17 content-center gap-3 border-line border-b px-4">
        <Skeleton className="w-4/5" />
        <Skeleton className="w-2/5" />
      </div>
    ))}
  </Loading>
)

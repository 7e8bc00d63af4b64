import { MOST_GROUPS, type TicketGrouping, type TicketSummary } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import { rowsBefore } from '../ticket-groups.ts'
import { filtersOf, sameRows, sortOf } from '../ticket-search.ts'
import { groupsQuery } from './groups-query.ts'
import { ListFoot } from './list-foot.tsx'
import { ListScroller } from './list-scroller.tsx'
import type { LiveRows } from './live-rows.ts'
import { useShownColumns } from './shown-columns.ts'
import { TicketGroup } from './ticket-group.tsx'
import type { ListedTicketsProps } from './ticket-list.tsx'
import { TicketListSkeleton } from './ticket-list-skeleton.tsx'
import { TicketTable } from './ticket-table.tsx'
import { useIsOld, useLiveRows } from './use-live-rows.ts'
import { useOpenGroups } from './use-open-groups.ts'

const TicketListEmpty = lazyPart(() => import('./ticket-list-empty.tsx'))

interface GroupedTicketsProps extends ListedTicketsProps {
  by: TicketGrouping
}

/** The list under heads: what its tickets have in common, and how many of each there are. */
export default function GroupedTickets(props: GroupedTicketsProps) {
  const { search, by, onChange } = props
  const filters = filtersOf(search)
  const query = useQuery(groupsQuery({ ...filters, by }))
  const isOld = useIsOld(query)
  const groups = useLiveRows({
    question: sameRows(search),
    fresh: (query.data?.items ?? []).map((group) => ({ ...group, id: group.value })),
    hasMore: false,
    isProvisional: query.isPending || query.isPlaceholderData || isOld,
  })
  // until other groups are there, those before them stay whole
  const [settled, setSettled] = useState(search)
  if (!query.isPlaceholderData && settled !== search) setSettled(search)
  const shownSearch = query.isPlaceholderData ? settled : search
  if (query.isPending) return <TicketListSkeleton />
  if (!query.data)
    return (
      <ErrorState error={query.error} title="The tickets could not be loaded" onRetry={() => void query.refetch()} />
    )
  if (groups.rows.length === 0)
    return (
      <Part>
        <TicketListEmpty search={search} onChange={onChange} />
      </Part>
    )
  const shown = groups.rows.map(({ item, isGone }) => (isGone ? { ...item, total: 0 } : item))
  const total = shown.reduce((sum, group) => sum + group.total, 0)
  return (
    <>
      <Groups
        {...props}
        key={sameRows(shownSearch)}
        search={shownSearch}
        groups={shown}
        news={groups}
        isOutdated={query.isPlaceholderData}
      />
      <SelectionBar filters={filters} total={total} />
      <ListFoot search={search} onChange={onChange}>
        {formatNumber(total)}
        {query.data.totalIsCapped && ' or more'} in {groupsInWords(shown.length)}
      </ListFoot>
    </>
  )
}

function groupsInWords(count: number): string {
  if (count === MOST_GROUPS) return `the ${MOST_GROUPS} largest groups`
  return count === 1 ? '1 group' : `${count} groups`
}

interface GroupsProps extends GroupedTicketsProps {
  groups: { id: string; value: string; label: string; total: number }[]
  /** Groups that came up and wait to be shown. */
  news: { added: number; moved: number; refresh: () => void }
  isOutdated: boolean
}

function Groups({ search, by, onChange, beside, groups, news, isOutdated }: GroupsProps) {
  const columns = useShownColumns(search)
  const isPhone = useIsPhone()
  const { isOpen, setOpen } = useOpenGroups(sameRows(search), groups, isOutdated)
  const byGroup = useRef(new Map<string, LiveRows<TicketSummary>['rows']>())
  const values = useRef<string[]>([])
  values.current = groups.map(({ value }) => value)
  const { rows, order, keep } = useRef({
    rows: () => values.current.flatMap((value) => byGroup.current.get(value) ?? []),
    order: (): string[] =>
      values.current.flatMap((value) => (byGroup.current.get(value) ?? []).map(({ item }) => item.id)),
    keep: (value: string, of: LiveRows<TicketSummary>['rows']) => void byGroup.current.set(value, of),
  }).current
  const before = rowsBefore(groups, isOpen)
  return (
    <ListScroller search={search} beside={beside} isOutdated={isOutdated} rows={rows} news={news} isGrouped>
      {(scroller) => {
        const all = groups.map((group, index) => (
          <TicketGroup
            key={group.value}
            by={by}
            group={group}
            search={search}
            columns={columns}
            scroller={scroller}
            openId={beside.openId}
            isOpen={isOpen(group.value)}
            onOpen={(wanted) => setOpen(group.value, wanted)}
            rowsBefore={before[index] ?? 0}
            order={order}
            onRows={keep}
          />
        ))
        if (isPhone) return all
        const last = groups.at(-1)
        const rowCount = (before.at(-1) ?? 0) + 1 + (last && isOpen(last.value) ? last.total : 0)
        return (
          <TicketTable
            columns={columns}
            sort={sortOf(search)}
            onSort={(sort) => onChange({ ...search, sort })}
            rowCount={rowCount}
          >
            {all}
          </TicketTable>
        )
      }}
    </ListScroller>
  )
}

import type { TicketSummary } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { type Column, Table } from '../../../components/ui/table.tsx'
import { formatAge, formatDateTime } from '../../../lib/format.ts'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { useUi } from '../../../stores/ui-store.ts'
import { Priority } from './priority.tsx'
import { SlaChip } from './sla-chip.tsx'
import { Status } from './status.tsx'
import { TicketLink } from './ticket-link.tsx'

export interface TicketRowsData {
  rows: { item: TicketSummary; isGone: boolean }[]
}

type TicketRow = TicketRowsData['rows'][number]

export function TicketTable({ rows }: TicketRowsData) {
  const density = useUi((ui) => ui.density)
  const zone = useTimeZone()
  const now = useNow()
  return (
    <Table
      label="Tickets"
      columns={columnsAt(now, zone)}
      rows={rows}
      keyOf={({ item }) => item.id}
      isCompact={density === 'compact'}
      isFaded={({ isGone }) => isGone}
    />
  )
}

const columnsAt = (now: number, zone: string): Column<TicketRow>[] => [
  { name: 'No.', width: 'w-14', isQuiet: true, cell: ({ item }) => <span className="text-ink-3">{item.number}</span> },
  { name: 'Title', cell: ({ item }) => <TicketLink ticket={item} className="font-[450] text-ink" /> },
  { name: 'Status', width: 'w-[102px]', cell: ({ item }) => <Status status={item.status} /> },
  { name: 'Priority', width: 'w-[88px]', cell: ({ item }) => <Priority priority={item.priority} /> },
  {
    name: 'Resolution',
    width: 'w-[124px]',
    cell: ({ item, isGone }) =>
      isGone ? <span className="text-ink-3 text-xs">Left this view</span> : <SlaChip clock={item.resolution} />,
  },
  {
    name: 'Assignee',
    width: 'w-7',
    hasHiddenName: true,
    cell: ({ item }) => <Avatar person={item.assignee} size={20} />,
  },
  {
    name: 'Studio',
    width: 'w-[72px]',
    isQuiet: true,
    title: ({ item }) => item.studio.name,
    cell: ({ item }) => item.studio.shortName,
  },
  {
    name: 'Age',
    width: 'w-[54px]',
    isQuiet: true,
    alignsRight: true,
    title: ({ item }) => formatDateTime(item.createdAt, zone),
    cell: ({ item }) => formatAge(item.createdAt, now),
  },
]

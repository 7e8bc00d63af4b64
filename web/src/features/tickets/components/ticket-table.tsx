import type { TicketSummary } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Cell, type Column, Row, Table } from '../../../components/ui/table.tsx'
import { formatAge, formatDateTime } from '../../../lib/format.ts'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { useUi } from '../../../stores/ui-store.ts'
import { useIsSelected } from '../../bulk/selection.ts'
import { Priority } from './priority.tsx'
import { SelectCell } from './select-cell.tsx'
import { SlaChip } from './sla-chip.tsx'
import { Status } from './status.tsx'
import { TicketLink } from './ticket-link.tsx'

export interface TicketRowsData {
  rows: { item: TicketSummary; isGone: boolean }[]
}

const columns: Column[] = [
  { key: 'select', name: 'Select', width: 'w-[34px]', isNameHidden: true },
  { key: 'number', name: 'No.', width: 'w-14' },
  { key: 'title', name: 'Title' },
  { key: 'status', name: 'Status', width: 'w-[102px]' },
  { key: 'priority', name: 'Priority', width: 'w-[88px]' },
  { key: 'resolution', name: 'Resolution', width: 'w-[124px]' },
  { key: 'assignee', name: 'Assignee', width: 'w-7', isNameHidden: true },
  { key: 'studio', name: 'Studio', width: 'w-[72px]' },
  { key: 'age', name: 'Age', width: 'w-[54px]', alignsRight: true },
]

export function TicketTable({ rows }: TicketRowsData) {
  const density = useUi((ui) => ui.density)
  const order = () => rows.map(({ item }) => item.id)
  return (
    <Table label="Tickets" columns={columns} density={density}>
      {rows.map(({ item, isGone }) => (
        <TicketTableRow key={item.id} ticket={item} isGone={isGone} order={order} />
      ))}
    </Table>
  )
}

interface TicketTableRowProps {
  ticket: TicketSummary
  /** It left this list a moment ago and stays only so that nothing moves. */
  isGone: boolean
  /** Of all rows as they are shown, for a range. */
  order: () => string[]
}

function TicketTableRow({ ticket, isGone, order }: TicketTableRowProps) {
  const zone = useTimeZone()
  const now = useNow()
  const isSelected = useIsSelected(ticket.id)
  return (
    <Row isGone={isGone} isSelected={isSelected}>
      <Cell>
        <SelectCell ticket={ticket} order={order} />
      </Cell>
      <Cell className="num text-ink-3 text-sm">{ticket.number}</Cell>
      <Cell>
        <TicketLink ticket={ticket} className="font-[450] text-ink" />
      </Cell>
      <Cell>
        <Status status={ticket.status} />
      </Cell>
      <Cell>
        <Priority priority={ticket.priority} />
      </Cell>
      <Cell>
        {isGone ? <span className="text-ink-3 text-xs">Left this view</span> : <SlaChip clock={ticket.resolution} />}
      </Cell>
      <Cell>
        <Avatar person={ticket.assignee} size={20} />
      </Cell>
      <Cell isMeta title={ticket.studio.name}>
        {ticket.studio.shortName}
      </Cell>
      <Cell isMeta alignsRight title={formatDateTime(ticket.createdAt, zone)}>
        {formatAge(ticket.createdAt, now)}
      </Cell>
    </Row>
  )
}

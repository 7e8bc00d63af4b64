import type { TicketSummary } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { cx } from '../../../lib/cx.ts'
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

const columns = [
  { name: 'No.', width: 'w-14' },
  { name: 'Title', width: '' },
  { name: 'Status', width: 'w-[102px]' },
  { name: 'Priority', width: 'w-[88px]' },
  { name: 'Resolution', width: 'w-[124px]' },
  { name: 'Assignee', width: 'w-7', isHidden: true },
  { name: 'Studio', width: 'w-[72px]' },
  { name: 'Age', width: 'w-[54px]', alignsRight: true },
]

export function TicketTable({ rows }: TicketRowsData) {
  const density = useUi((ui) => ui.density)
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-base">
      <thead>
        <tr>
          {columns.map(({ name, width, isHidden, alignsRight }) => (
            <th
              key={name}
              scope="col"
              className={cx(
                'sticky top-0 z-1 h-7 whitespace-nowrap border-line border-b bg-surface px-1 font-normal text-ink-3 text-xs first:pl-3 last:pr-4',
                alignsRight ? 'text-right' : 'text-left',
                width,
              )}
            >
              {isHidden ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, isGone }) => (
          <TicketTableRow key={item.id} ticket={item} isGone={isGone} isCompact={density === 'compact'} />
        ))}
      </tbody>
    </table>
  )
}

interface TicketTableRowProps {
  ticket: TicketSummary
  /** It left this list a moment ago and stays only so that nothing moves. */
  isGone: boolean
  isCompact: boolean
}

function TicketTableRow({ ticket, isGone, isCompact }: TicketTableRowProps) {
  const zone = useTimeZone()
  const now = useNow()
  const cell = cx(
    'overflow-hidden whitespace-nowrap border-line border-b px-1 group-hover:bg-hover first:pl-3 last:pr-4',
    isCompact ? 'h-8' : 'h-10',
  )
  const meta = 'num text-ink-2 text-sm'
  return (
    <tr
      data-row
      className={cx(
        'group relative -outline-offset-2 outline-focus has-[a:focus-visible]:outline-2',
        isGone && 'opacity-60',
      )}
    >
      <td className={cx(cell, 'num text-ink-3 text-sm')}>{ticket.number}</td>
      <td className={cell}>
        <TicketLink ticket={ticket} className="font-[450] text-ink" />
      </td>
      <td className={cell}>
        <Status status={ticket.status} />
      </td>
      <td className={cell}>
        <Priority priority={ticket.priority} />
      </td>
      <td className={cell}>
        {isGone ? <span className="text-ink-3 text-xs">Left this view</span> : <SlaChip clock={ticket.resolution} />}
      </td>
      <td className={cell}>
        <Avatar person={ticket.assignee} size={20} />
      </td>
      <td className={cx(cell, meta)} title={ticket.studio.name}>
        {ticket.studio.shortName}
      </td>
      <td className={cx(cell, meta, 'text-right')} title={formatDateTime(ticket.createdAt, zone)}>
        {formatAge(ticket.createdAt, now)}
      </td>
    </tr>
  )
}

import type { Id, TicketSummary } from '@physique57/contracts'
import { useEffect } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { useLongPress } from '../../../lib/use-long-press.ts'
import { clearSelection, toggleSelected, useIsSelected } from '../../bulk/selection.ts'
import { useChoosing } from '../../bulk/use-choosing.ts'
import { Priority } from '../priority.tsx'
import { SlaChip } from '../sla-chip.tsx'
import { Status } from '../status.tsx'
import { TicketLink } from '../ticket-link.tsx'
import { rowHeights } from './row-heights.ts'
import type { TicketRowsData } from './ticket-table.tsx'
import { useRowWindow } from './use-row-window.tsx'

/** The list on a phone: two lines a ticket. */
export default function TicketCards({ rows, scroller }: TicketRowsData) {
  const { body, pieces, watcher } = useRowWindow<HTMLUListElement>({
    count: rows.length,
    rowHeight: rowHeights.card,
    scroller,
  })
  const { isChoosing, begin } = useChoosing()
  useEffect(() => {
    // also when going back ends it
    return isChoosing ? clearSelection : undefined
  }, [isChoosing])
  return (
    <>
      {watcher}
      <ul ref={body}>
        {pieces.map((piece) => {
          if ('gap' in piece)
            return <li key={`gap ${piece.from}`} aria-hidden="true" style={{ height: piece.gap * rowHeights.card }} />
          const row = rows[piece.index]
          return (
            row && (
              <Card
                key={row.item.id}
                index={piece.index}
                count={rows.length}
                {...row}
                isChoosing={isChoosing}
                onHold={begin}
              />
            )
          )
        })}
      </ul>
    </>
  )
}

interface CardProps {
  item: TicketSummary
  isGone: boolean
  index: number
  count: number
  /** A press selects it instead of opening it. */
  isChoosing: boolean
  onHold: (id: Id) => void
}

function Card({ item: ticket, isGone, index, count, isChoosing, onHold }: CardProps) {
  const isSelected = useIsSelected(ticket.id)
  const hold = useLongPress(() => !isChoosing && onHold(ticket.id))
  return (
    <li
      {...hold}
      onDragStart={(event) => event.preventDefault()}
      data-row={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={cx(
        'relative grid h-17 content-center border-line border-b px-4 -outline-offset-2 outline-focus active:bg-hover has-[a:focus-visible]:outline-2',
        'touch-manipulation select-none [-webkit-touch-callout:none] has-[input:focus-visible]:outline-2',
        isSelected && 'bg-accent-tint',
        isGone && quietClass,
      )}
    >
      <div className="flex min-w-0 items-center gap-2.5">
        {isChoosing ? (
          <Checkbox
            checked={isSelected}
            onChange={() => toggleSelected(ticket.id)}
            className="-my-2.5 min-w-0 flex-1 after:absolute after:inset-0"
          >
            <span className="clip block font-[450] text-lg">{ticket.title}</span>
          </Checkbox>
        ) : (
          <TicketLink ticket={ticket} className="flex-1 font-[450] text-lg" />
        )}
        <Avatar person={ticket.assignee} size={20} />
      </div>
      <div className={cx('flex h-6 min-w-0 items-center gap-2.5', isChoosing && 'pl-7')}>
        {isGone ? <span className="text-ink-3 text-sm">Left this view</span> : <SlaChip clock={ticket.resolution} />}
        <Priority priority={ticket.priority} />
        <Status status={ticket.status} className="min-w-0" />
        <span className="ml-auto flex-none text-ink-2 text-sm">{ticket.studio.shortName}</span>
      </div>
    </li>
  )
}

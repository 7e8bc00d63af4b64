import { useDroppable } from '@dnd-kit/core'
import { type BoardColumn, statusLabel, type TicketStatus, type TicketSummary } from '@physique57/contracts'
import { Ban, ChevronsLeftRight, ChevronsRightLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { cx } from '../../../lib/cx.ts'
import { formatNumber } from '../../../lib/format.ts'
import { StatusIcon } from '../../tickets/status.tsx'
import { wayTo } from '../move-to.ts'

interface LaneProps {
  status: TicketStatus
  /** undefined: the filters rule this status out; a ticket dropped here leaves the board. */
  column: BoardColumn | undefined
  isCollapsed: boolean
  onToggle: () => void
  /** The ticket that is being carried, if any. */
  lifted: TicketSummary | undefined
  children: ReactNode
}

/** A column of the board. While a ticket is carried it says what a drop would do, or why there can be none. */
export function Lane({ status, column, isCollapsed, onToggle, lifted, children }: LaneProps) {
  const { setNodeRef, isOver } = useDroppable({ id: status })
  const way = lifted && lifted.status !== status ? wayTo(lifted, status) : undefined
  const isIllegal = way?.verb === null
  const name = column ? `${statusLabel[status]}, ${countOf(column)}` : `${statusLabel[status]}, not in this view`
  const tint = way?.verb && (isOver ? 'bg-accent-tint' : 'bg-surface')

  if (isCollapsed || !column) {
    return (
      <section
        ref={setNodeRef}
        aria-label={name}
        className={cx(
          'flex w-10 flex-none flex-col items-center gap-2 border-line border-l pt-1.5 text-ink-2 text-sm first:border-l-0',
          tint,
          way?.verb && 'outline-2 outline-accent -outline-offset-4 outline-dashed',
          isIllegal && 'text-ink-3',
        )}
      >
        {column && !lifted ? (
          <IconButton icon={ChevronsLeftRight} label={`Show ${statusLabel[status]}`} size="sm" onClick={onToggle} />
        ) : (
          <span className="grid size-7 place-items-center">
            {isIllegal ? <Ban aria-hidden className="size-4" strokeWidth={1.75} /> : <StatusIcon status={status} />}
          </span>
        )}
        <span className="[writing-mode:vertical-rl]">
          {statusLabel[status]}
          {column && <span className="num mt-2 inline-block text-ink-3">{countOf(column)}</span>}
          {way?.verb && <span className="mt-2 inline-block text-accent-ink">{way.says}</span>}
        </span>
      </section>
    )
  }
  return (
    <section
      ref={setNodeRef}
      aria-label={name}
      className={cx('flex min-w-56 flex-1 flex-col border-line border-l first:border-l-0', tint)}
    >
      <header className="group/head flex h-(--bar) flex-none items-center gap-1.5 pr-1 pl-3">
        <StatusIcon status={status} />
        <h2 className="font-medium text-sm">{statusLabel[status]}</h2>
        <span className="num text-ink-3 text-sm">{countOf(column)}</span>
        <span className="flex-1" />
        <IconButton
          icon={ChevronsRightLeft}
          label={`Fold ${statusLabel[status]}`}
          size="sm"
          onClick={onToggle}
          className="opacity-0 focus-visible:opacity-100 group-hover/head:opacity-100 touch:opacity-100"
        />
      </header>
      {isIllegal && <WhyNot>{way.why}</WhyNot>}
      {way?.verb && (
        <p
          className={cx(
            'mx-2 mb-1.5 flex-none rounded-lg border-2 border-dashed px-3 py-2 font-medium text-accent-ink text-xs',
            isOver ? 'border-accent bg-accent-tint' : 'border-accent-line',
          )}
        >
          {way.says}
        </p>
      )}
      <div className={cx('-mt-1 min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-2', isIllegal && 'opacity-45')}>
        {children}
      </div>
    </section>
  )
}

function WhyNot({ children }: { children: ReactNode }) {
  return (
    <p className="mx-2 mb-2 flex flex-none gap-1.5 rounded-md border border-line-strong bg-surface px-2 py-1.5 text-ink-2 text-xs leading-4">
      <Ban aria-hidden="true" className="mt-px size-3.5 flex-none text-ink-3" strokeWidth={1.75} />
      <span>{children}</span>
    </p>
  )
}

export const countOf = ({ total, totalIsCapped }: Pick<BoardColumn, 'total' | 'totalIsCapped'>): string =>
  totalIsCapped ? `${formatNumber(total)}+` : formatNumber(total)

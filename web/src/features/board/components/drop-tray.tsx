import { useDroppable } from '@dnd-kit/core'
import { statusLabel, TicketStatus, type TicketSummary } from '@physique57/contracts'
import { Ban } from 'lucide-react'
import { cx } from '../../../lib/cx.ts'
import { StatusIcon } from '../../tickets/status.tsx'
import { wayTo } from '../move-to.ts'

/** On a phone the columns stand one behind the other; while a ticket is carried all of them are within reach of the thumb. */
export function DropTray({ lifted, isAtTop }: { lifted: TicketSummary; isAtTop: boolean }) {
  return (
    <section
      aria-label={`Move ${lifted.key} to`}
      className={cx(
        'fixed inset-x-0 z-30 grid gap-px border-line-strong bg-line shadow-overlay',
        isAtTop ? 'top-0 border-b pt-[env(safe-area-inset-top)]' : 'bottom-0 border-t pb-[env(safe-area-inset-bottom)]',
      )}
    >
      {TicketStatus.options
        .filter((status) => status !== lifted.status)
        .map((status) => (
          <Target key={status} status={status} lifted={lifted} />
        ))}
    </section>
  )
}

function Target({ status, lifted }: { status: TicketStatus; lifted: TicketSummary }) {
  const { setNodeRef, isOver } = useDroppable({ id: status })
  const way = wayTo(lifted, status)
  return (
    <div
      ref={setNodeRef}
      className={cx(
        'flex min-h-12 items-center gap-3 px-4 py-1.5',
        way.verb === null ? 'bg-frame text-ink-3' : isOver ? 'bg-accent-tint text-accent-ink' : 'bg-raised text-ink',
      )}
    >
      {way.verb === null ? (
        <Ban aria-hidden="true" className="size-3.5 flex-none" strokeWidth={2} />
      ) : (
        <StatusIcon status={status} />
      )}
      <span className="min-w-0">
        <span className="block text-lg leading-5">{statusLabel[status]}</span>
        <span className="block text-ink-3 text-sm leading-4.5">{way.verb === null ? way.why : way.says}</span>
      </span>
    </div>
  )
}

import { statusLabel, type TicketStatus } from '@physique57/contracts'
import {
  Archive,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleUserRound,
  Contrast,
  type LucideIcon,
  RotateCcw,
} from 'lucide-react'
import { cx } from '../../lib/cx.ts'

const look: Record<TicketStatus, { icon: LucideIcon; colour: string }> = {
  new: { icon: CircleDashed, colour: 'text-status-new' },
  assigned: { icon: CircleUserRound, colour: 'text-status-assigned' },
  in_progress: { icon: Contrast, colour: 'text-status-in-progress [&>path]:fill-current [&>path]:stroke-none' },
  pending: { icon: CirclePause, colour: 'text-status-pending' },
  resolved: { icon: CircleCheck, colour: 'text-status-resolved' },
  closed: { icon: Archive, colour: 'text-status-closed' },
  reopened: { icon: RotateCcw, colour: 'text-status-reopened' },
}

export function StatusIcon({ status }: { status: TicketStatus }) {
  const { icon: Icon, colour } = look[status]
  return <Icon aria-hidden className={cx('size-3.5 shrink-0', colour)} strokeWidth={2.25} />
}

export function Status({ status, className }: { status: TicketStatus; className?: string }) {
  return (
    <span
      className={cx('inline-flex items-center gap-1.5 whitespace-nowrap text-sm text-ink-2 touch:text-base', className)}
    >
      <StatusIcon status={status} />
      <span className="clip">{statusLabel[status]}</span>
    </span>
  )
}

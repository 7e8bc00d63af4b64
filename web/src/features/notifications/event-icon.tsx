import type { Notification, NotificationEvent } from '@physique57/contracts'
import {
  Archive,
  AtSign,
  ChevronsUp,
  CircleAlert,
  CircleCheck,
  CirclePause,
  Contrast,
  Hourglass,
  ListChecks,
  Lock,
  type LucideIcon,
  Reply,
  RotateCcw,
  UserRoundPlus,
} from 'lucide-react'
import { cx } from '../../lib/cx.ts'

interface Look {
  icon: LucideIcon
  tone: string
}

const looks: Record<NotificationEvent, Look> = {
  assigned: { icon: UserRoundPlus, tone: 'text-status-assigned' },
  mentioned: { icon: AtSign, tone: 'text-ink-2' },
  response: { icon: Reply, tone: 'text-blue' },
  status: { icon: Contrast, tone: 'text-status-in-progress' },
  reminder: { icon: Hourglass, tone: 'text-sla-soon' },
  escalation: { icon: ChevronsUp, tone: 'text-sla-over' },
  resolved: { icon: CircleCheck, tone: 'text-status-resolved' },
  reopened: { icon: RotateCcw, tone: 'text-status-reopened' },
  finished: { icon: ListChecks, tone: 'text-ink-2' },
}

/** What the thread and the ticket's head show for the same thing. */
const kindLooks: Partial<Record<NonNullable<Notification['kind']>, Look>> = {
  note: { icon: Lock, tone: 'text-note' },
  pending: { icon: CirclePause, tone: 'text-status-pending' },
  closed: { icon: Archive, tone: 'text-status-closed' },
  failed: { icon: CircleAlert, tone: 'text-sla-over' },
}

export function EventIcon({ event, kind }: { event: NotificationEvent; kind?: Notification['kind'] }) {
  const { icon: Icon, tone } = (kind && kindLooks[kind]) || looks[event]
  return <Icon aria-hidden="true" className={cx('size-4 flex-none', tone)} strokeWidth={1.75} />
}

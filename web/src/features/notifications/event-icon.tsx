import type { NotificationEvent } from '@physique57/contracts'
import {
  AtSign,
  ChevronsUp,
  CircleCheck,
  Contrast,
  Hourglass,
  type LucideIcon,
  Reply,
  RotateCcw,
  UserRoundPlus,
} from 'lucide-react'
import { cx } from '../../lib/cx.ts'

const looks: Record<NotificationEvent, { icon: LucideIcon; tone: string }> = {
  assigned: { icon: UserRoundPlus, tone: 'text-status-assigned' },
  mentioned: { icon: AtSign, tone: 'text-ink-2' },
  response: { icon: Reply, tone: 'text-blue' },
  status: { icon: Contrast, tone: 'text-status-in-progress' },
  reminder: { icon: Hourglass, tone: 'text-sla-soon' },
  escalation: { icon: ChevronsUp, tone: 'text-sla-over' },
  resolved: { icon: CircleCheck, tone: 'text-status-resolved' },
  reopened: { icon: RotateCcw, tone: 'text-status-reopened' },
}

export function EventIcon({ event }: { event: NotificationEvent }) {
  const { icon: Icon, tone } = looks[event]
  return <Icon aria-hidden="true" className={cx('size-4 flex-none', tone)} strokeWidth={1.75} />
}

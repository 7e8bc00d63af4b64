import type { Clock } from '@physique57/contracts'
import { AlarmClock, Check, CircleOff, CirclePause, Clock as ClockIcon, Hourglass, type LucideIcon } from 'lucide-react'
import { cx } from '../../lib/cx.ts'
import { formatDateTime } from '../../lib/format.ts'
import { useNow } from '../../lib/now.ts'
import { useTimeZone } from '../../stores/auth-store.ts'
import { type SlaState, slaState, slaWords } from './sla-state.ts'

export const slaLook: Record<SlaState, { icon: LucideIcon; ink: string; tint: string }> = {
  ok: { icon: ClockIcon, ink: 'text-sla-ok', tint: '' },
  soon: { icon: Hourglass, ink: 'text-sla-soon', tint: 'bg-amber-tint' },
  over: { icon: AlarmClock, ink: 'text-sla-over', tint: 'bg-red-tint' },
  paused: { icon: CirclePause, ink: 'text-sla-paused', tint: '' },
  met: { icon: Check, ink: 'text-sla-met', tint: '' },
  missed: { icon: AlarmClock, ink: 'text-sla-over', tint: '' },
  cancelled: { icon: CircleOff, ink: 'text-ink-3', tint: '' },
}

/** Time left on a clock, as icon, word and colour. */
export function SlaChip({ clock, className }: { clock: Clock; className?: string }) {
  const now = useNow()
  const zone = useTimeZone()
  const state = slaState(clock, now)
  const { icon: Icon, ink, tint } = slaLook[state]
  return (
    <span
      title={clock.dueAt === null ? undefined : `Due ${formatDateTime(clock.dueAt, zone)}`}
      className={cx(
        'num inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm font-medium text-xs touch:h-6 touch:text-sm',
        tint ? 'pr-1.5 pl-1' : 'pr-1.5 pl-1 touch:px-0',
        ink,
        tint,
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {slaWords(clock, now)}
    </span>
  )
}

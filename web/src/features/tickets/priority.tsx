import { type Priority as Level, priorityLabel } from '@physique57/contracts'
import { OctagonAlert } from 'lucide-react'
import { cx } from '../../lib/cx.ts'

const BARS = ['M2 20h.01', 'M7 20v-4', 'M12 20v-8', 'M17 20V8']

const look: Record<Exclude<Level, 'critical'>, { bars: number; colour: string }> = {
  low: { bars: 2, colour: 'text-priority-low' },
  medium: { bars: 3, colour: 'text-priority-medium' },
  high: { bars: 4, colour: 'text-priority-high' },
}

export function PriorityIcon({ priority }: { priority: Level }) {
  if (priority === 'critical') {
    return <OctagonAlert aria-hidden className="size-3.5 shrink-0 text-priority-critical" strokeWidth={2.25} />
  }
  const { bars, colour } = look[priority]
  return (
    <svg
      aria-hidden="true"
      viewBox="-1 4 20 20"
      className={cx('size-3.5 shrink-0 fill-none stroke-current', colour)}
      strokeWidth={2.25}
      strokeLinecap="round"
    >
      {BARS.map((bar, index) => (
        <path key={bar} d={bar} opacity={index < bars ? 1 : 0.3} />
      ))}
    </svg>
  )
}

export function Priority({ priority, className }: { priority: Level; className?: string }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-sm touch:text-base',
        priority === 'critical' ? 'font-medium text-priority-critical' : 'text-ink-2',
        className,
      )}
    >
      <PriorityIcon priority={priority} />
      {priorityLabel[priority]}
    </span>
  )
}

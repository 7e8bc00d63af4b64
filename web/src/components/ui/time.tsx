import { formatDateTime, formatRelative, formatShort } from '../../lib/format.ts'
import { useNow } from '../../lib/now.ts'
import { useTimeZone } from '../../stores/auth-store.ts'

interface TimeProps {
  /** ISO instant. */
  at: string
  /** relative: "4 h ago" · short: "Sat 17:31", "14 Nov" · full: "Sat 21 Nov 2026, 17:31 IST" */
  format?: 'relative' | 'short' | 'full'
  className?: string
}

/** A moment in the reader's zone; whatever it shows, hovering tells it absolutely. */
export function Time({ at, format = 'relative', className }: TimeProps) {
  const zone = useTimeZone()
  const now = useNow()
  const absolute = formatDateTime(at, zone)
  const shown = format === 'full' ? absolute : format === 'short' ? formatShort(at, zone, now) : formatRelative(at, now)
  return (
    <time dateTime={at} title={absolute} className={className ?? 'num'}>
      {shown}
    </time>
  )
}

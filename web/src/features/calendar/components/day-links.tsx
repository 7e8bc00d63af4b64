import type { CalendarDay } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { cx } from '../../../lib/cx.ts'
import { formatNumber } from '../../../lib/format.ts'
import { dayOfMonth, longDay } from '../day-words.ts'

/** A day's number; it leads to the day. */
export function DayLink({ day, isToday }: { day: CalendarDay; isToday: boolean }) {
  return (
    <Link
      to="/tickets"
      search={(search) => ({ ...search, span: 'day', at: day.date })}
      replace
      aria-label={`${longDay(day.date)}, ${ticketsInWords(day)}`}
      aria-current={isToday ? 'date' : undefined}
      className={cx(
        'num inline-grid h-6 min-w-6 place-items-center rounded-full px-1 text-xs hover:bg-hover',
        isToday ? 'bg-inverse font-medium text-on-inverse hover:bg-inverse' : 'text-ink-2',
      )}
    >
      {dayOfMonth(day.date)}
    </Link>
  )
}

/** How many of the day are not shown; it leads to them. */
export function MoreLink({ day }: { day: CalendarDay }) {
  const hidden = day.total - day.items.length
  if (hidden <= 0) return null
  const words = `+${formatNumber(hidden)}${day.totalIsCapped ? ' or' : ''} more`
  return (
    <Link
      to="/tickets"
      search={(search) => ({ ...search, span: 'day', at: day.date })}
      replace
      aria-label={`${words} on ${longDay(day.date)}`}
      className="num flex h-6 items-center rounded-sm px-1 font-medium text-ink-2 text-xs hover:bg-hover"
    >
      {words}
    </Link>
  )
}

export function ticketsInWords({ total, totalIsCapped }: CalendarDay): string {
  if (total === 1) return '1 ticket'
  return `${formatNumber(total)}${totalIsCapped ? ' or more' : ''} tickets`
}

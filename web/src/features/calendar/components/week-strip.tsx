import type { CalendarDay } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { cx } from '../../../lib/cx.ts'
import { dayOfMonth, longDay, weekday } from '../day-words.ts'
import { ticketsInWords } from './day-links.tsx'

/** The days around the one that is shown, with how much is on each. */
export function WeekStrip({ days, at, today }: { days: CalendarDay[]; at: string; today: string }) {
  return (
    <nav aria-label="Days" className="grid flex-none grid-cols-7 border-line border-b">
      {days.map((day) => (
        <Link
          key={day.date}
          to="/tickets"
          search={(search) => ({ ...search, at: day.date })}
          replace
          aria-current={day.date === at ? 'date' : undefined}
          className={cx(
            'grid min-h-14 content-center justify-items-center gap-0.5 text-ink-2 text-sm',
            day.date === at && 'bg-pressed shadow-[inset_0_-2px_var(--color-accent)]',
          )}
        >
          <span className="sr-only">
            {longDay(day.date)}, {ticketsInWords(day)}
          </span>
          <span aria-hidden className={day.date === today ? 'font-semibold text-ink' : 'text-ink-3'}>
            {weekday(day.date)}
          </span>
          <span aria-hidden className={cx('num text-ink text-lg leading-5', day.date === at && 'font-semibold')}>
            {dayOfMonth(day.date)}
          </span>
          <span aria-hidden className="num text-ink-3 text-xs leading-4">
            {day.total > 0 ? day.total : '–'}
          </span>
        </Link>
      ))}
    </nav>
  )
}

import type { CalendarBy, CalendarDay } from '@physique57/contracts'
import { cx } from '../../../lib/cx.ts'
import { weekday } from '../day-words.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { DayLink, MoreLink, ticketsInWords } from './day-links.tsx'

/** Seven days beside each other, each with room for twenty. */
export function WeekColumns({ days, by, today }: { days: CalendarDay[]; by: CalendarBy; today: string }) {
  return (
    <div className="grid min-h-full min-w-200 grid-cols-7">
      {days.map((day) => (
        <section
          key={day.date}
          aria-label={`${weekday(day.date)}, ${ticketsInWords(day)}`}
          className={cx('min-w-0 border-line border-l first:border-l-0', day.date < today && 'bg-frame')}
        >
          <h3 className="flex h-9 items-center gap-1 border-line border-b px-2 font-medium text-ink-3 text-xs">
            {weekday(day.date)}
            <DayLink day={day} isToday={day.date === today} />
            <span className="num flex-1 text-right font-normal">{day.total > 0 && day.total}</span>
          </h3>
          <ul className="grid gap-1 p-1">
            {day.items.map((entry) => (
              <li key={entry.ticket.id} className="min-w-0">
                <CalendarEntry entry={entry} by={by} lines={3} />
              </li>
            ))}
          </ul>
          <div className="px-1 pb-2">
            <MoreLink day={day} />
          </div>
        </section>
      ))}
    </div>
  )
}

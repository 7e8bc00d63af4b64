import type { CalendarBy, CalendarDay } from '@physique57/contracts'
import { cx } from '../../../lib/cx.ts'
import { weekday } from '../day-words.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { DayLink, MoreLink } from './day-links.tsx'

interface MonthGridProps {
  days: CalendarDay[]
  by: CalendarBy
  /** `2026-11`: days of other months are quieter. */
  month: string
  today: string
}

/** A month in whole weeks; what does not fit into a day is counted and a click away. */
export function MonthGrid({ days, by, month, today }: MonthGridProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(7 * week, 7 * week + 7))
  return (
    <table className="h-full w-full table-fixed border-collapse">
      <thead>
        <tr className="h-7">
          {weeks[0]?.map(({ date }) => (
            <th
              key={date}
              scope="col"
              // a line of its own: that of a cell would stay behind when the days are scrolled
              className="sticky top-0 z-1 bg-surface px-2 text-left font-medium text-ink-3 text-xs shadow-[inset_0_-1px_var(--color-line)]"
            >
              {weekday(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date} ref={week.some(({ date }) => date === today) ? intoSight : undefined}>
            {week.map((day) => {
              const isOutside = !day.date.startsWith(month)
              return (
                <td
                  key={day.date}
                  className={cx(
                    'h-33 border-line border-b border-l p-1 align-top first:border-l-0',
                    isOutside && 'bg-frame',
                  )}
                >
                  <DayLink day={day} isToday={day.date === today} />
                  <ul>
                    {day.items.map((entry) => (
                      <li key={entry.ticket.id}>
                        <CalendarEntry entry={entry} by={by} />
                      </li>
                    ))}
                  </ul>
                  <MoreLink day={day} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The last weeks of a month are below the edge of a small screen: this one is shown first. */
const intoSight = (week: HTMLElement | null) => week?.scrollIntoView({ block: 'nearest' })

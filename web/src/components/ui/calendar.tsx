import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { DayPicker } from 'react-day-picker'
import { enIN } from 'react-day-picker/locale/en-IN'
import { cx } from '../../lib/cx.ts'

interface CalendarProps {
  /** `2026-11-22` */
  day: string | null
  today: string
  onPick: (day: string) => void
}

const cell = 'size-8 touch:size-11'
const navigation = cx(
  cell,
  'inline-flex items-center justify-center rounded-md text-ink-2 hover:bg-hover aria-disabled:text-ink-disabled',
)

/** A month to pick a day from: arrows move by day and week, Page Up and Page Down by month. Weeks begin on Monday. */
export default function Calendar({ day, today, onPick }: CalendarProps) {
  return (
    <DayPicker
      mode="single"
      required
      autoFocus
      locale={enIN}
      weekStartsOn={1}
      captionLayout="dropdown"
      startMonth={new Date(Number(today.slice(0, 4)) - 100, 0)}
      endMonth={new Date(Number(today.slice(0, 4)) + 10, 11)}
      today={asLocal(today)}
      selected={day ? asLocal(day) : undefined}
      defaultMonth={asLocal(day ?? today)}
      onSelect={(picked) => onPick(fromLocal(picked))}
      components={{ Chevron }}
      classNames={{
        months: 'relative',
        month_caption: 'flex h-8 items-center justify-center touch:h-11',
        dropdowns: 'flex gap-1 text-sm font-semibold touch:text-lg',
        dropdown_root: 'relative inline-flex items-center rounded-md px-1.5 hover:bg-hover focus-field touch:h-11',
        dropdown: 'absolute inset-0 cursor-pointer opacity-0',
        caption_label: 'inline-flex items-center gap-0.5',
        nav: 'absolute inset-x-0 top-0 flex justify-between',
        button_previous: navigation,
        button_next: navigation,
        month_grid: 'mx-auto mt-1',
        weekday: cx(cell, 'text-xs font-normal text-ink-3'),
        day: 'p-0 text-center',
        day_button: cx(cell, 'num rounded-md text-sm hover:bg-hover focus-inside touch:text-lg'),
        today: '*:font-semibold *:underline *:underline-offset-4',
        outside: '*:text-ink-3',
        selected: '*:bg-accent! *:text-on-accent',
      }}
    />
  )
}

function Chevron({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' | undefined }) {
  const Icon = orientation === 'left' ? ChevronLeft : orientation === 'right' ? ChevronRight : ChevronDown
  return <Icon aria-hidden="true" className="size-4 touch:size-5" strokeWidth={1.75} />
}

/** The library thinks in midnights of the browser's zone. */
function asLocal(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

const fromLocal = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

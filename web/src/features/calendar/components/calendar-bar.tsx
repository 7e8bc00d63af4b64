import { CalendarBy } from '@physique57/contracts'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Menu, MenuChoice } from '../../../components/ui/menu.tsx'
import { Toggle } from '../../../components/ui/toggle.tsx'
import type { TicketSearch } from '../../tickets/ticket-search.ts'
import { type CalendarSpan, type CalendarView, stepped } from '../calendar-view.ts'
import { byLabel, stretchInWords } from '../day-words.ts'

const spans: { value: CalendarSpan; label: string }[] = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
]

/** Where in time one is, and by what tickets have their place. `isPhone`: a day at a time, chosen from its week. */
export function CalendarBar({ view, isPhone }: { view: CalendarView; isPhone: boolean }) {
  const navigate = useNavigate()
  const go = (next: Pick<TicketSearch, 'by' | 'span' | 'at'>) =>
    void navigate({ to: '/tickets', search: (search) => ({ ...search, ...next }), replace: true })
  const unit = isPhone ? 'week' : view.span
  return (
    <div className="flex min-h-(--bar) flex-none items-center gap-1.5 border-line border-b px-3 max-md:gap-2 max-md:px-2 max-md:py-1.5">
      <IconButton
        icon={ChevronLeft}
        label={`Previous ${unit}`}
        size="sm"
        onClick={() => go({ at: stepped({ ...view, span: unit }, -1) })}
      />
      <Button size="sm" onClick={() => go({ at: undefined })}>
        Today
      </Button>
      <IconButton
        icon={ChevronRight}
        label={`Next ${unit}`}
        size="sm"
        onClick={() => go({ at: stepped({ ...view, span: unit }, 1) })}
      />
      <h2 aria-live="polite" className="clip ml-1.5 min-w-0 flex-1 font-semibold text-ink max-md:sr-only">
        {stretchInWords(view)}
      </h2>
      <span className="md:hidden md:flex-none max-md:flex-1" />
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" size="sm" aria-label={`By: ${byLabel[view.by]}`}>
            {byLabel[view.by]}
            <ChevronDown aria-hidden className="size-3.5 text-ink-3" strokeWidth={2} />
          </Button>
        }
      >
        <MenuChoice
          label="Tickets stand where they are"
          value={view.by}
          options={CalendarBy.options.map((value) => ({ value, label: byLabel[value] }))}
          onChange={(by) => go({ by: by === 'due' ? undefined : by })}
        />
      </Menu>
      {!isPhone && (
        <Toggle
          label="Span"
          value={view.span}
          options={spans}
          onChange={(span) => go({ span: span === 'month' ? undefined : span })}
        />
      )}
    </div>
  )
}

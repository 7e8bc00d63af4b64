import { ChevronLeft, ChevronRight, ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { optionClass } from '../../../components/ui/overlay.ts'
import { Popover } from '../../../components/ui/popover.tsx'
import { cx } from '../../../lib/cx.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { type FilterField, filterFields, type TicketSearch, valuesOf, withValues } from '../ticket-search.ts'
import { FilterOptions } from './filter-options.tsx'
import type { FilterChoice } from './use-filter-choices.ts'

interface AddFilterProps {
  choices: Record<FilterField, FilterChoice>
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

/** First the field, then its values; each tick narrows the list at once. */
export function AddFilter({ choices, search, onChange }: AddFilterProps) {
  const [isOpen, setOpen] = useState(false)
  const [field, setField] = useState<FilterField | null>(null)
  const show = (next: boolean) => {
    setOpen(next)
    setField(null)
  }
  useShortcuts([{ keys: 'F', label: 'Filter', group: 'List', run: () => show(true) }])

  return (
    <Popover
      title="Filter"
      open={isOpen}
      onOpenChange={show}
      trigger={
        <Button variant="ghost" size="sm" icon={ListFilter} shortcut="F" className="max-md:border-line-strong!">
          Filter
        </Button>
      }
    >
      {field === null ? (
        <ul className="p-1 text-sm max-md:px-0 max-md:py-2 max-md:text-lg md:min-w-50">
          {filterFields.map((each) => (
            <li key={each}>
              <button
                type="button"
                onClick={() => setField(each)}
                className={cx(optionClass, 'focus-inside hover:bg-pressed')}
              >
                <span className="flex-1">{choices[each].label}</span>
                <ChevronRight aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <button
            type="button"
            onClick={() => setField(null)}
            className={cx(optionClass, 'focus-inside rounded-none border-line border-b text-sm hover:bg-pressed')}
          >
            <ChevronLeft aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
            <span className="font-medium">{choices[field].label}</span>
            <span className="sr-only">, back to all filters</span>
          </button>
          <FilterOptions
            choice={choices[field]}
            values={valuesOf(search, field)}
            onChange={(next) => onChange(withValues(search, field, next))}
          />
        </>
      )}
    </Popover>
  )
}

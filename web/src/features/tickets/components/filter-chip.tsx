import { X } from 'lucide-react'
import { Popover } from '../../../components/ui/popover.tsx'
import { type FilterField, type TicketSearch, valuesOf, withValues } from '../ticket-search.ts'
import { FilterOptions } from './filter-options.tsx'
import type { FilterChoice } from './use-filter-choices.ts'

interface FilterChipProps {
  field: FilterField
  choice: FilterChoice
  search: TicketSearch
  onChange: (search: TicketSearch) => void
}

export const chipClass =
  'inline-flex h-6 flex-none items-stretch overflow-hidden whitespace-nowrap rounded-sm border border-line-strong bg-surface text-xs max-md:h-[46px] max-md:rounded-lg max-md:text-base'
export const chipPartClass =
  'inline-flex items-center gap-1 px-1.5 border-line border-l first:border-l-0 focus-inside hover:bg-hover max-md:px-2.5'

/** One filter: what it is about, its values (press to change them), and a button that removes it. */
export function FilterChip({ field, choice, search, onChange }: FilterChipProps) {
  const values = valuesOf(search, field)
  const names = values.map((value) => choice.options.find((option) => option.value === value)?.label ?? '…')
  const shown = names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', ')
  return (
    <span className={chipClass}>
      <Popover
        title={choice.label}
        trigger={
          <button type="button" className={chipPartClass} title={names.join(', ')}>
            <span className="text-ink-3">{choice.label}</span>{' '}
            <span className="text-ink-3 max-md:hidden">{values.length > 1 ? 'is any of' : 'is'}</span>{' '}
            <span className="font-medium">{shown}</span>
          </button>
        }
      >
        <FilterOptions choice={choice} values={values} onChange={(next) => onChange(withValues(search, field, next))} />
      </Popover>
      <button
        type="button"
        aria-label={`Remove filter ${choice.label}`}
        onClick={() => onChange(withValues(search, field, []))}
        className={`${chipPartClass} text-ink-3 max-md:w-11 max-md:justify-center`}
      >
        <X aria-hidden className="size-3 max-md:size-4" strokeWidth={2} />
      </button>
    </span>
  )
}

import type { TicketCondition } from '@physique57/contracts'
import { X } from 'lucide-react'
import { Menu, MenuChoice } from '../../../components/ui/menu.tsx'
import { Popover } from '../../../components/ui/popover.tsx'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { ConditionEditor } from './condition-editor-part.tsx'
import { saidAs, valueInWords, wayInWords, waysOf } from './condition-words.ts'
import type { FilterField } from './use-filter-fields.ts'
import { usualValue } from './usual-value.ts'

interface FilterChipProps {
  field: FilterField
  condition: TicketCondition
  onChange: (condition: TicketCondition) => void
  onRemove: () => void
}

export const chipClass =
  'relative inline-flex h-6 flex-none items-stretch overflow-hidden whitespace-nowrap rounded-sm border border-line-strong bg-surface text-xs max-md:h-[46px] max-md:rounded-lg max-md:text-base'
export const chipPartClass =
  'inline-flex items-center gap-1 px-1.5 border-line border-l first:border-l-0 focus-inside hover:bg-hover max-md:px-2.5'

/** One filter: what it is about, how, with which values (press either to change it), and a button that removes it. */
export function FilterChip({ field, condition, onChange, onRemove }: FilterChipProps) {
  const zone = useTimeZone()
  const { operator, not, values } = condition
  const names = values.map((value) => valueInWords(field, operator, value, zone))
  const shown = names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', ')
  const ways = waysOf(field).map((way) => ({
    value: `${way.not ? '-' : ''}${way.operator}`,
    label: wayInWords(field, way),
    way,
  }))
  const change = (chosen: string) => {
    const way = ways.find(({ value }) => value === chosen)?.way
    if (way) onChange(saidAs(condition, way, usualValue(field, way.operator)))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend
    <span role="group" aria-label={`Filter ${field.label}`} className={chipClass}>
      <Menu
        trigger={
          <button type="button" className={chipPartClass}>
            <span className="text-ink-3">{field.label}</span>{' '}
            <span className="text-ink-3 max-md:hidden">{wayInWords(field, condition, values)}</span>
            {not && <span className="text-ink-3 md:hidden">not</span>}
            <span className="sr-only">: change how</span>
          </button>
        }
      >
        <MenuChoice label={field.label} value={`${not ? '-' : ''}${operator}`} options={ways} onChange={change} />
      </Menu>
      <Popover
        title={field.label}
        trigger={
          <button type="button" className={chipPartClass} title={names.join(', ')}>
            <span className="sr-only">{field.label}: </span>
            <span className="clip max-w-60 font-medium">{shown}</span>
          </button>
        }
      >
        <ConditionEditor
          field={field}
          condition={condition}
          onChange={(next) => (next.values.length > 0 ? onChange(next) : onRemove())}
        />
      </Popover>
      <button
        type="button"
        aria-label={`Remove filter ${field.label}`}
        onClick={onRemove}
        className={`${chipPartClass} text-ink-3 max-md:w-11 max-md:justify-center`}
      >
        <X aria-hidden className="size-3 max-md:size-4" strokeWidth={2} />
      </button>
    </span>
  )
}

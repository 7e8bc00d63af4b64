import type { TicketCondition } from '@physique57/contracts'
import { ChevronLeft, ChevronRight, ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Input } from '../../../components/ui/input.tsx'
import { optionClass } from '../../../components/ui/overlay.ts'
import { Popover } from '../../../components/ui/popover.tsx'
import { cx } from '../../../lib/cx.ts'
import { rank } from '../../../lib/rank.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { ConditionEditor } from './condition-editor-part.tsx'
import type { FilterField } from './use-filter-fields.ts'

interface AddFilterProps {
  fields: FilterField[]
  conditions: TicketCondition[]
  onChange: (conditions: TicketCondition[]) => void
  onOpen: () => void
}

/** First the field, then its values; each choice narrows the list at once. */
export function AddFilter({ fields, conditions, onChange, onOpen }: AddFilterProps) {
  const [isOpen, setOpen] = useState(false)
  const [field, setField] = useState<FilterField | null>(null)
  const [typed, setTyped] = useState('')
  const show = (next: boolean) => {
    if (next) onOpen()
    setOpen(next)
    setField(null)
    setTyped('')
  }
  useShortcuts([{ keys: 'F', label: 'Filter', group: 'List', run: () => show(true) }])

  const [operator = 'is'] = field?.operators ?? []
  const begun = conditions.find((each) => each.field === field?.key && each.operator === operator && !each.not)
  const put = (next: TicketCondition, goesOn = false) => {
    const others = conditions.filter((each) => each !== begun)
    onChange(next.values.length > 0 ? [...others, next] : others)
    if (field?.kind !== 'options' && !goesOn) show(false)
  }

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
        <div className="md:w-60">
          <div className="p-2 pb-0 max-md:p-4 max-md:pb-0">
            <Input
              aria-label="Find a field"
              placeholder="Find a field or question"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <ul className="max-h-80 overflow-y-auto p-1 text-sm max-md:max-h-[60dvh] max-md:px-0 max-md:py-2 max-md:text-lg">
            {rank(fields, typed).map((each) => (
              <li key={each.key}>
                <button
                  type="button"
                  onClick={() => setField(each)}
                  className={cx(optionClass, 'focus-inside hover:bg-pressed')}
                >
                  <span className="flex-1">{each.label}</span>
                  <ChevronRight aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <button
            type="button"
            onClick={() => setField(null)}
            className={cx(optionClass, 'focus-inside rounded-none border-line border-b text-sm hover:bg-pressed')}
          >
            <ChevronLeft aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
            <span className="font-medium">{field.label}</span>
            <span className="sr-only">, back to all filters</span>
          </button>
          <ConditionEditor
            key={field.key}
            field={field}
            condition={begun ?? { field: field.key, operator, not: false, values: [] }}
            onChange={put}
          />
        </>
      )}
    </Popover>
  )
}

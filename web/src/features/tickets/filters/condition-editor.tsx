import { fieldOf, isFormKey, namedTimes, type TicketCondition } from '@physique57/contracts'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Input } from '../../../components/ui/input.tsx'
import { optionClass } from '../../../components/ui/overlay.ts'
import { cx } from '../../../lib/cx.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { valueInWords } from './condition-words.ts'
import type { FilterField } from './use-filter-fields.ts'
import { useOptions } from './use-options.ts'

interface ConditionEditorProps {
  field: FilterField
  condition: TicketCondition
  onChange: (condition: TicketCondition) => void
}

/** Where the values of a condition are chosen or typed; each choice narrows the list at once. */
export default function ConditionEditor(props: ConditionEditorProps) {
  switch (props.field.kind) {
    case 'options':
      return <Options {...props} />
    case 'time':
      return <Times {...props} />
    default:
      return <Typed {...props} />
  }
}

/** More than this are looked for rather than read. */
const MANY = 12

function Options({ field, condition, onChange }: ConditionEditorProps) {
  const [typed, setTyped] = useState('')
  const { operator, values } = condition
  const options = useOptions(field, values, typed)
  const toggle = (value: string, isOn: boolean) => {
    const several = operator === 'is' ? values : []
    onChange({ ...condition, values: isOn ? [...several, value] : values.filter((each) => each !== value) })
  }
  return (
    <div className="md:min-w-50 md:max-w-80">
      {(field.options.length > MANY || field.key === 'tag') && (
        <div className="p-2 pb-0">
          <Input
            aria-label={`Find in ${field.label}`}
            placeholder="Find"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend; the popover shows the name */}
      <div
        role="group"
        aria-label={field.label}
        className="grid max-h-80 overflow-y-auto p-1 text-sm max-md:max-h-[60dvh] max-md:p-2 max-md:text-lg"
      >
        {options.map(({ value, label, mark }) => (
          <Checkbox
            key={value}
            checked={values.includes(value)}
            onChange={(isOn) => toggle(value, isOn)}
            className="min-h-[30px] w-full rounded-sm px-2 hover:bg-pressed"
          >
            <span className="flex min-w-0 items-center gap-2">
              {mark}
              {label}
            </span>
          </Checkbox>
        ))}
      </div>
    </div>
  )
}

const stretches = ['2h', '1d', '7d', '30d']

function Times({ field, condition, onChange }: ConditionEditorProps) {
  const zone = useTimeZone()
  const { operator, values } = condition
  const [value = ''] = values
  const { mayBeEmpty, liesAhead } = fieldOf(field.key)
  const elsewhere = liesAhead ? /last|yesterday/ : /next|tomorrow/
  const names = namedTimes.filter((name) => !elsewhere.test(name))
  const choices = isFormKey(field.key)
    ? []
    : [...stretches, ...names, ...(mayBeEmpty && operator === 'is' ? ['none'] : [])]
  const choose = (next: string) => onChange({ ...condition, values: [next] })
  return (
    <div className="grid p-1 text-sm max-md:px-0 max-md:py-2 max-md:text-lg md:min-w-55">
      {choices.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => choose(each)}
          className={cx(
            optionClass,
            'focus-inside hover:bg-pressed aria-pressed:font-medium aria-pressed:text-accent-ink',
          )}
        >
          {valueInWords(field, operator, each, zone)}
        </button>
      ))}
      <div className="p-2 max-md:px-4">
        <Field label="A day">
          <Input
            type="date"
            value={/^\d{4}-/.test(value) ? value.slice(0, 10) : ''}
            min="1970-01-01"
            max="2099-12-31"
            onChange={(event) => event.target.validity.valid && event.target.value && choose(event.target.value)}
          />
        </Field>
      </div>
    </div>
  )
}

function Typed({ field, condition, onChange }: ConditionEditorProps) {
  const [typed, setTyped] = useState(condition.values[0] ?? '')
  const value = typed.trim()
  return (
    <form
      className="grid gap-2 p-3 max-md:p-4 md:min-w-60"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== '') onChange({ ...condition, values: [value] })
      }}
    >
      <Field label={field.label}>
        <Input
          type={field.kind === 'number' ? 'number' : 'text'}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit" size="sm" disabled={value === ''}>
        Show these
      </Button>
    </form>
  )
}

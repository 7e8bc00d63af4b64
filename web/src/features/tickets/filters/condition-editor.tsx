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
  /** `goesOn`: it is not said in full yet. */
  onChange: (condition: TicketCondition, goesOn?: boolean) => void
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
  const isLookedUp = field.key === 'tag' || field.key === 'client'
  const toggle = (value: string, isOn: boolean) => {
    const several = operator === 'is' ? values : []
    onChange({ ...condition, values: isOn ? [...several, value] : values.filter((each) => each !== value) })
  }
  return (
    <div className="md:min-w-50 md:max-w-80">
      {(field.options.length > MANY || isLookedUp) && (
        <div className="p-2 pb-0">
          <Input
            aria-label={`Find in ${field.label}`}
            placeholder={field.key === 'client' ? 'Name, phone, e-mail or number' : 'Find'}
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
        {options.length === 0 && (
          <p role="status" className="px-2 py-1.5 text-ink-2">
            {field.key === 'client' && typed.trim().length < 3
              ? 'Three letters of a name find a client.'
              : 'Nothing fits.'}
          </p>
        )}
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
  const names = isFormKey(field.key) ? namedTimes : namedTimes.filter((name) => !elsewhere.test(name))
  const choices = [...stretches, ...names, ...(mayBeEmpty && operator === 'is' ? ['none'] : [])]
  const choose = (next: string, goesOn = false) => onChange({ ...condition, values: [next] }, goesOn)
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
      <Days value={value} isStretch={operator === 'is'} onChoose={(days) => choose(days, operator === 'is')} />
    </div>
  )
}

interface DaysProps {
  value: string
  /** From a day to another; else one day. */
  isStretch: boolean
  onChoose: (days: string) => void
}

function Days({ value, isStretch, onChoose }: DaysProps) {
  const [first = '', last = first] = /^\d{4}-/.test(value) ? value.split('..').map((day) => day.slice(0, 10)) : []
  const choose = (from: string, to: string) => onChoose(from === to ? from : `${from}..${to}`)
  if (!isStretch) {
    return (
      <div className="p-2 max-md:px-4">
        <Day label="A day" value={first} onChoose={onChoose} />
      </div>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-2 p-2 max-md:px-4">
      <Day label="From" value={first} onChoose={(day) => choose(day, last > day ? last : day)} />
      <Day label="To" value={last} onChoose={(day) => choose(first && first < day ? first : day, day)} />
    </div>
  )
}

function Day({ label, value, onChoose }: { label: string; value: string; onChoose: (day: string) => void }) {
  return (
    <Field label={label}>
      <Input
        type="date"
        value={value}
        min="1970-01-01"
        max="2099-12-31"
        onChange={({ target }) => target.validity.valid && target.value && onChoose(target.value)}
      />
    </Field>
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

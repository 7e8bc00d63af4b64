import type { AnswerValue, FormField } from '@physique57/contracts'
import { Checkbox, CheckboxGroup } from '../../../components/ui/checkbox.tsx'
import { DateInput } from '../../../components/ui/date-input.tsx'
import { DateTimeInput } from '../../../components/ui/date-time-input.tsx'
import { Input, Textarea } from '../../../components/ui/input.tsx'
import { Rating } from '../../../components/ui/rating.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { Select } from '../../../components/ui/select.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { FileInput } from './file-input.tsx'
import { LookupInput } from './lookup-input.tsx'

interface AnswerInputProps {
  field: FormField
  value: AnswerValue | null
  onChange: (value: AnswerValue | null) => void
  onBlur: () => void
}

const MOST_SEGMENTS = 6

/** All choices in sight. On a phone also of a short list that has to be answered: one tap instead of three. */
function isSegmented(field: FormField, isPhone: boolean): boolean {
  if (field.type !== 'radio' && field.type !== 'select') return false
  if (field.options.length > MOST_SEGMENTS) return false
  return field.type === 'radio' || (isPhone && field.required === true)
}

/** Several controls under one label. */
export const isGroup = (field: FormField, isPhone: boolean): boolean =>
  isSegmented(field, isPhone) || ['multiselect', 'rating', 'file'].includes(field.type)

const asText = (value: AnswerValue | null): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The control that fits a field's type. */
export function AnswerInput({ field, value, onChange, onBlur }: AnswerInputProps) {
  const text = asText(value)
  const isPhone = useIsPhone()
  const clearable = field.required ? {} : { onClear: () => onChange(null) }
  const typed = {
    value: text,
    onBlur,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }

  switch (field.type) {
    case 'text':
      return <Input {...typed} autoComplete="off" />
    case 'textarea':
      return <Textarea {...typed} />
    case 'email':
      return <Input {...typed} type="email" inputMode="email" autoComplete="off" />
    case 'phone':
      return <Input {...typed} type="tel" inputMode="tel" autoComplete="off" />
    case 'number':
      return (
        <Input
          {...typed}
          inputMode={field.integer ? 'numeric' : 'decimal'}
          autoComplete="off"
          onChange={(event) => onChange(asNumber(event.target.value))}
          {...(field.unit && { end: <span className="flex-none pr-3 text-ink-3 text-sm">{field.unit}</span> })}
        />
      )
    case 'date':
      return <DateInput value={text || null} onChange={onChange} onBlur={onBlur} />
    case 'datetime':
      return <DateTimeInput value={text || null} onChange={onChange} onBlur={onBlur} />
    case 'select':
    case 'radio':
      return isSegmented(field, isPhone) ? (
        <Segments value={text || null} onChange={onChange} {...clearable} options={field.options} />
      ) : (
        <Select value={text || null} onChange={onChange} options={field.options} />
      )
    case 'multiselect':
      return <CheckboxGroup value={Array.isArray(value) ? value : []} onChange={onChange} options={field.options} />
    case 'checkbox':
      return (
        <Checkbox checked={value === true} onChange={onChange}>
          Yes
        </Checkbox>
      )
    case 'rating':
      return (
        <Rating
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          {...clearable}
          low={field.lowLabel}
          high={field.highLabel}
        />
      )
    case 'lookup':
      return <LookupInput of={field.of} value={text || null} onChange={onChange} />
    case 'file':
      return <FileInput field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />
  }
}

/** What is no number stays as typed, so that nothing is lost and the check can say so. */
function asNumber(typed: string): AnswerValue {
  const trimmed = typed.trim()
  return /^-?\d+(\.\d+)?$/.test(trimmed) && String(Number(trimmed)) === trimmed ? Number(trimmed) : typed
}

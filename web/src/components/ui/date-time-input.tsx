import type { ComponentProps } from 'react'
import { instantFromLocal, localFromInstant, zoneName } from '../../lib/format.ts'
import { useTimeZone } from '../../stores/auth-store.ts'
import { Input } from './input.tsx'

interface DateTimeInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max'> {
  /** ISO instant; shown and typed in the user's zone. */
  value: string | null
  onChange: (value: string | null) => void
  min?: string | undefined
  max?: string | undefined
}

export function DateTimeInput({ value, onChange, min, max, ...props }: DateTimeInputProps) {
  const zone = useTimeZone()
  return (
    <Input
      type="datetime-local"
      {...props}
      value={value ? localFromInstant(value, zone) : ''}
      min={min && localFromInstant(min, zone)}
      max={max && localFromInstant(max, zone)}
      onChange={(event) => onChange(event.target.value ? instantFromLocal(event.target.value, zone) : null)}
      end={<span className="flex-none pr-3 text-xs text-ink-3">{zoneName(zone)}</span>}
    />
  )
}

interface DateInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  /** `2026-11-22`: a day, in no zone. */
  value: string | null
  onChange: (value: string | null) => void
}

export function DateInput({ value, onChange, ...props }: DateInputProps) {
  return <Input type="date" {...props} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />
}

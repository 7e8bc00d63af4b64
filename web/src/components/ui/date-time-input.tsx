import type { ComponentProps } from 'react'
import { cx } from '../../lib/cx.ts'
import { formatDate, formatTime, instantFromLocal, localFromInstant, zoneName } from '../../lib/format.ts'
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
      className={hidesNativeText}
      start={
        <InOurWords
          placeholder="Day and time"
          words={value ? `${formatDate(value, zone)}, ${formatTime(value, zone)}` : null}
        />
      }
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
  return (
    <Input
      type="date"
      {...props}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={hidesNativeText}
      // Noon in UTC is that day, read in UTC.
      start={<InOurWords placeholder="Day" words={value && formatDate(`${value}T12:00:00Z`, 'UTC')} />}
    />
  )
}

/** A browser writes dates in its own language, 11/22/2026 as often as not; until one types, they stand as everywhere else. */
const hidesNativeText = 'group/date relative not-focus-within:[&>input]:text-transparent'

function InOurWords({ words, placeholder }: { words: string | null; placeholder: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'clip pointer-events-none absolute inset-y-0 right-8 left-2.5 content-center group-focus-within/date:hidden touch:left-3',
        words === null && 'text-ink-3',
      )}
    >
      {words ?? placeholder}
    </span>
  )
}

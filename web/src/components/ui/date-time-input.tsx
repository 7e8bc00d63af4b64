import { instantFromLocal, localFromInstant, zoneName } from '../../lib/format.ts'
import { useTimeZone } from '../../stores/auth-store.ts'
import { DateInput } from './date-input.tsx'
import { useFieldControl, useFieldLabel } from './field.tsx'
import { TimeInput } from './time-input.tsx'
import { dayFrom, parseTime } from './typed-date.ts'

interface DateTimeInputProps {
  /** ISO instant, shown and typed in the user's zone. What is not one yet is kept as `day, time`, so that a check can speak about it. */
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  disabled?: boolean
  /** Said as soon as a day is chosen, such as `09:00` for a reminder; without it the time is asked for. */
  usualTime?: string
}

export function DateTimeInput({ value, onChange, onBlur, disabled = false, usualTime = '' }: DateTimeInputProps) {
  const zone = useTimeZone()
  const label = useFieldLabel()
  const { id } = useFieldControl()
  const { day, time } = halvesOf(value, zone)
  const change = (next: { day: string; time: string }) => onChange(joined(next, zone))

  // a narrow column puts the time below the day rather than cutting either
  return (
    <div className="@container flex flex-wrap gap-2">
      <div className="min-w-0 flex-[1_1_126px]">
        <DateInput
          value={day || null}
          onChange={(next) => change({ day: next ?? '', time: next && dayFrom(next) ? time || usualTime : time })}
          {...(onBlur && { onBlur })}
          disabled={disabled}
        />
      </div>
      <div className="min-w-0 flex-[2_1_84px] touch:flex-[1_1_96px]">
        <TimeInput
          id={`${id}-time`}
          aria-label={typeof label === 'string' ? `${label}, time` : 'Time'}
          value={time}
          onChange={(next) => change({ day, time: next })}
          {...(onBlur && { onBlur })}
          disabled={disabled}
          end={<span className="flex-none pr-2.5 text-ink-3 text-xs @max-[224px]:hidden">{zoneName(zone)}</span>}
        />
      </div>
    </div>
  )
}

function halvesOf(value: string | null, zone: string): { day: string; time: string } {
  if (value === null) return { day: '', time: '' }
  if (/^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value))) {
    const local = localFromInstant(value, zone)
    return { day: local.slice(0, 10), time: local.slice(11) }
  }
  const cut = value.lastIndexOf(', ')
  return { day: value.slice(0, cut), time: value.slice(cut + 2) }
}

function joined({ day, time }: { day: string; time: string }, zone: string): string | null {
  if (day === '' && time === '') return null
  const isWhole = dayFrom(day) !== null && parseTime(time) === time
  return isWhole ? instantFromLocal(`${day}T${time}`, zone) : `${day}, ${time}`
}

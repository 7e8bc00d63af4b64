import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { localFromInstant } from '../../lib/format.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { useNow } from '../../lib/now.ts'
import { useTimeZone } from '../../stores/auth-store.ts'
import { Button, IconButton } from './button.tsx'
import { Input } from './input.tsx'
import { Part } from './part.tsx'
import { Popover } from './popover.tsx'
import { Skeleton } from './skeleton.tsx'
import { dayFrom, parseDay, writeDay } from './typed-date.ts'

const Calendar = lazyPart(() => import('./calendar.tsx'))

interface DateInputProps {
  /** `2026-11-22`: a day, in no zone. What was typed and is no day is kept as it stands, so that a check can speak about it. */
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  disabled?: boolean
  id?: string
  'aria-label'?: string
}

/** A day: typed as one writes it in India, or picked from a calendar. */
export function DateInput({ value, onChange, onBlur, disabled = false, ...props }: DateInputProps) {
  const today = useToday()
  const [typing, setTyping] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const day = dayFrom(value)
  const shown = day ? writeDay(day) : (value ?? '')

  const type = (text: string) => {
    setTyping(text)
    onChange(text.trim() === '' ? null : (parseDay(text, today) ?? text))
  }
  const pick = (picked: string | null) => {
    setTyping(null)
    onChange(picked)
    setOpen(false)
  }
  return (
    <Input
      {...props}
      value={typing ?? shown}
      placeholder="dd/mm/yyyy"
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      // the button brings its own space, which a narrow column needs for the year
      className="num gap-0!"
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        setTyping(null)
        onBlur?.()
      }}
      end={
        <Popover
          title="Choose a day"
          align="end"
          open={open}
          onOpenChange={setOpen}
          className="p-2"
          trigger={
            <IconButton icon={CalendarDays} label="Choose a day" disabled={disabled} className="touch:h-[42px]" />
          }
        >
          <div className="grid justify-center gap-2 touch:pb-2">
            <Part fallback={<Skeleton className="h-66 w-56 touch:h-88 touch:w-77" />}>
              <Calendar day={day} today={today} onPick={pick} />
            </Part>
            <div className="flex justify-between border-line border-t pt-2">
              <Button variant="ghost" onClick={() => pick(today)}>
                Today
              </Button>
              {value !== null && (
                <Button variant="ghost" onClick={() => pick(null)}>
                  Clear
                </Button>
              )}
            </div>
          </div>
        </Popover>
      }
    />
  )
}

/** `2026-11-22`, in the reader's zone. */
function useToday(): string {
  const zone = useTimeZone()
  return localFromInstant(new Date(useNow()).toISOString(), zone).slice(0, 10)
}

import { type ReactNode, useState } from 'react'
import { Input } from './input.tsx'
import { parseTime, stepTime } from './typed-date.ts'

interface TimeInputProps {
  /** `17:30`, or what was typed that is no time. */
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  disabled?: boolean
  end?: ReactNode
  id?: string
  'aria-label'?: string
}

/** A time of day: `1730` on a phone's number pad, `5:30 pm`, or a quarter of an hour up and down by arrow. */
export function TimeInput({ value, onChange, onBlur, ...props }: TimeInputProps) {
  const [typing, setTyping] = useState<string | null>(null)
  const step = (direction: 1 | -1) => {
    setTyping(null)
    onChange(stepTime(parseTime(value) ?? '09:00', direction))
  }
  return (
    <Input
      {...props}
      value={typing ?? value}
      placeholder="hh:mm"
      inputMode="numeric"
      autoComplete="off"
      className="num gap-1!"
      onChange={({ target }) => {
        setTyping(target.value)
        onChange(parseTime(target.value) ?? target.value)
      }}
      onBlur={() => {
        setTyping(null)
        onBlur?.()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        step(event.key === 'ArrowUp' ? 1 : -1)
      }}
    />
  )
}

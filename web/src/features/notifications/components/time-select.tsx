import { Select } from '../../../components/ui/select.tsx'

interface TimeSelectProps {
  value: string
  onChange: (value: string) => void
}

const pad = (n: number) => String(n).padStart(2, '0')
const halfHours = Array.from({ length: 48 }, (_, n) => `${pad(Math.floor(n / 2))}:${n % 2 ? '30' : '00'}`)

/** A time of day to the half hour. What is saved as one chooses must not pass through the times in between. */
export function TimeSelect({ value, onChange }: TimeSelectProps) {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].sort()
  return (
    <Select
      value={value}
      onChange={onChange}
      options={times.map((time) => ({ value: time, label: time }))}
      className="num md:w-24"
    />
  )
}

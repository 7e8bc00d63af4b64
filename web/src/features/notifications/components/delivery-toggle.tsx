import type { Delivery } from '@physique57/contracts'
import { Radios } from '../../../components/ui/radios.tsx'

const choices: { value: Delivery; label: string }[] = [
  { value: 'instant', label: 'At once' },
  { value: 'digest', label: 'Digest' },
  { value: 'off', label: 'Off' },
]

interface DeliveryToggleProps {
  /** Of what, and where: "Replies and notes, by mail". */
  label: string
  value: Delivery
  onChange: (value: Delivery) => void
}

/** At once, gathered or not at all, as three joined segments: a whole column can be read at a glance. */
export function DeliveryToggle({ label, value, onChange }: DeliveryToggleProps) {
  return (
    <Radios<Delivery>
      aria-label={label}
      value={value}
      onChange={onChange}
      className="inline-grid flex-none grid-cols-[64px_58px_44px] rounded-md border border-control touch:grid-cols-3 touch:rounded-lg"
      optionClassName="flex h-6.5 items-center justify-center border-line text-xs text-ink-2 [&>input]:-outline-offset-2 transition-colors not-first:border-l first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-hover has-checked:font-medium has-checked:text-ink touch:h-11 touch:min-w-16 touch:text-base touch:first:rounded-l-[7px] touch:last:rounded-r-[7px]"
      options={choices.map((choice) => ({
        value: choice.value,
        content: choice.label,
        className: choice.value === 'off' ? 'has-checked:bg-pressed' : 'has-checked:bg-accent-tint',
      }))}
    />
  )
}

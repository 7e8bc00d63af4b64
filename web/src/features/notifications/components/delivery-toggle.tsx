import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Delivery } from '@physique57/contracts'
import { cx } from '../../../lib/cx.ts'

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
    <RadioGroup<Delivery>
      aria-label={label}
      value={value}
      onValueChange={onChange}
      className="inline-grid flex-none grid-cols-[64px_58px_44px] rounded-md border border-control touch:grid-cols-3 touch:rounded-lg"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className={cx(
            choice.value === 'off' ? 'data-checked:bg-pressed' : 'data-checked:bg-accent-tint',
            'focus-inside flex h-6.5 items-center justify-center border-line text-xs text-ink-2 transition-colors not-first:border-l first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-hover data-checked:font-medium data-checked:text-ink touch:h-11 touch:min-w-16 touch:text-base touch:first:rounded-l-[7px] touch:last:rounded-r-[7px]',
          )}
        >
          {choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}

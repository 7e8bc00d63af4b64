import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useFieldGroup } from './field.tsx'

interface RatingProps {
  value: number | null
  onChange: (value: number) => void
  /** What 1 and 5 mean. */
  low?: string | undefined
  high?: string | undefined
}

/** One bar of five. Inside a `Field group`. */
export function Rating({ value, onChange, low, high }: RatingProps) {
  const group = useFieldGroup()
  return (
    <div className="grid gap-1">
      <RadioGroup<number | null>
        {...group}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        className="grid grid-cols-5 rounded-md border border-control bg-surface aria-invalid:border-red touch:rounded-lg"
      >
        {[1, 2, 3, 4, 5].map((step) => (
          <Radio.Root
            key={step}
            value={step}
            aria-label={[String(step), step === 1 && low, step === 5 && high].filter(Boolean).join(', ')}
            className="grid h-[30px] place-items-center border-l border-line-strong text-sm num transition-colors first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] hover:bg-hover data-checked:bg-accent data-checked:font-semibold data-checked:text-on-accent touch:h-11 touch:text-lg"
          >
            {step}
          </Radio.Root>
        ))}
      </RadioGroup>
      {(low || high) && (
        <div className="flex justify-between gap-4 text-xs text-ink-3 touch:text-sm" aria-hidden="true">
          <span>{low}</span>
          <span className="text-right">{high}</span>
        </div>
      )}
    </div>
  )
}

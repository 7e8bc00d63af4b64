import { useFieldGroup } from './field.tsx'
import { Radios } from './radios.tsx'

interface RatingProps {
  value: number | null
  onChange: (value: number) => void
  /** Where it may stay without an answer: a second press takes it back. */
  onClear?: (() => void) | undefined
  /** What 1 and 5 mean. */
  low?: string | undefined
  high?: string | undefined
}

/** One bar of five. Inside a `Field group`. */
export function Rating({ low, high, ...props }: RatingProps) {
  const group = useFieldGroup()
  return (
    <div className="grid gap-1">
      <Radios<number>
        {...group}
        {...props}
        className="grid grid-cols-5 rounded-md border border-control bg-surface aria-invalid:border-red touch:rounded-lg"
        optionClassName="grid h-[30px] place-items-center border-l border-line-strong text-sm num transition-colors first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] hover:bg-hover has-checked:bg-accent has-checked:font-semibold has-checked:text-on-accent touch:h-11 touch:text-lg"
        options={[1, 2, 3, 4, 5].map((step) => ({
          value: step,
          content: step,
          label: [String(step), step === 1 && low, step === 5 && high].filter(Boolean).join(', '),
        }))}
      />
      {(low || high) && (
        <div className="flex justify-between gap-4 text-xs text-ink-3 touch:text-sm" aria-hidden="true">
          <span>{low}</span>
          <span className="text-right">{high}</span>
        </div>
      )}
    </div>
  )
}

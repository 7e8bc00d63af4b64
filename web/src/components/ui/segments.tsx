import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import { useFieldGroup } from './field.tsx'

interface SegmentsProps<V extends string> {
  value: V | null
  onChange: (value: V) => void
  options: readonly { value: V; label: string; icon?: ReactNode }[]
  disabled?: boolean
  'aria-label'?: string
}

/** One of up to six short words: a radio group, two equal columns on touch. Inside a `Field group`. */
export function Segments<V extends string>({ value, onChange, options, disabled = false, ...props }: SegmentsProps<V>) {
  const group = useFieldGroup()
  return (
    <RadioGroup<V | null>
      {...group}
      {...props}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      className="group/segments flex flex-wrap gap-2 touch:grid touch:grid-cols-2"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className="group/segment inline-flex min-h-8 items-center gap-1.5 rounded-md border border-control bg-surface px-3 py-1 text-left text-sm transition-colors group-aria-invalid/segments:border-red hover:bg-hover data-checked:border-accent data-checked:bg-accent-tint data-checked:font-medium data-checked:inset-ring data-checked:inset-ring-accent data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:bg-hover data-disabled:text-ink-disabled data-disabled:inset-ring-line-strong touch:min-h-11 touch:rounded-lg touch:px-2.5 touch:text-lg"
        >
          {option.icon ?? (
            <span className="size-3.5 flex-none rounded-full border border-control group-data-checked/segment:border-4 group-data-checked/segment:border-accent group-data-disabled/segment:border-ink-disabled" />
          )}
          <span className="min-w-0 hyphens-auto [overflow-wrap:anywhere]">{option.label}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}

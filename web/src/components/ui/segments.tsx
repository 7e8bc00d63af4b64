import type { ReactNode } from 'react'
import { useFieldGroup } from './field.tsx'
import { Radios } from './radios.tsx'

interface SegmentsProps<V extends string> {
  value: V | null
  onChange: (value: V) => void
  /** Where it may stay without an answer: a second press takes it back. */
  onClear?: (() => void) | undefined
  options: readonly { value: V; label: string; icon?: ReactNode }[]
  disabled?: boolean
  'aria-label'?: string
}

/** One of up to six short words: a radio group, two equal columns on touch. Inside a `Field group`. */
export function Segments<V extends string>({ options, ...props }: SegmentsProps<V>) {
  const group = useFieldGroup()
  return (
    <Radios<V>
      {...group}
      {...props}
      className="group/segments flex flex-wrap gap-2 touch:grid touch:grid-cols-2"
      optionClassName="group/segment inline-flex min-h-8 items-center gap-1.5 rounded-md border border-control bg-surface px-3 py-1 text-left text-sm transition-colors group-aria-invalid/segments:border-red hover:bg-hover has-checked:border-accent has-checked:bg-accent-tint has-checked:font-medium has-checked:inset-ring has-checked:inset-ring-accent has-disabled:border-line has-disabled:bg-hover has-disabled:text-ink-disabled has-disabled:inset-ring-line-strong touch:min-h-11 touch:rounded-lg touch:px-2.5 touch:text-lg"
      options={options.map(({ value, label, icon }) => ({
        value,
        content: (
          <>
            {icon ?? (
              <span className="size-3.5 flex-none rounded-full border border-control group-has-checked/segment:border-4 group-has-checked/segment:border-accent group-has-disabled/segment:border-ink-disabled" />
            )}
            <span className="min-w-0 hyphens-auto [overflow-wrap:anywhere]">{label}</span>
          </>
        ),
      }))}
    />
  )
}

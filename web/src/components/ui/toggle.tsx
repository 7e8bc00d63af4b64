import type { LucideIcon } from 'lucide-react'

interface ToggleProps<V extends string> {
  label: string
  value: V
  options: readonly { value: V; label: string; icon?: LucideIcon }[]
  onChange: (value: V) => void
}

/** One of a few ways to look at the same; where it is narrow, icons say it alone. */
export function Toggle<V extends string>({ label, value, options, onChange }: ToggleProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs
    <div role="group" aria-label={label} className="flex flex-none self-center">
      {options.map(({ icon: Icon, ...option }) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="-ml-px inline-flex h-7 items-center justify-center gap-1.5 border border-line-strong bg-surface px-2 font-medium text-ink-2 text-sm first:rounded-l-md last:rounded-r-md hover:bg-hover focus-visible:z-1 aria-pressed:bg-pressed aria-pressed:text-ink touch:h-11 touch:min-w-11 touch:first:rounded-l-lg touch:last:rounded-r-lg"
        >
          {Icon && <Icon aria-hidden="true" className="size-4 flex-none touch:size-5" strokeWidth={1.75} />}
          <span className={Icon && 'max-lg:sr-only'}>{option.label}</span>
        </button>
      ))}
    </div>
  )
}

import { ChevronDown, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { useIsPhone } from '../../lib/media.ts'
import type { ComboboxContentProps } from './combobox-content.tsx'
import { useFieldControl, useFieldGroup } from './field.tsx'
import { controlClass, controlHeight, disabledControlClass } from './input.tsx'
import { useFirstUse } from './use-first-use.ts'

export interface ComboboxOption {
  value: string
  label: string
  /** Said after the label, quieter: a category, a city. */
  hint?: string | undefined
  icon?: ReactNode
  /** The label with what was found in it marked, where the server searched. */
  marked?: ReactNode
  /** Other words people use for it; found and then shown as "also called". */
  keywords?: readonly string[]
}

export interface ComboboxProps {
  value: string | null
  onChange: (value: string | null) => void
  options: readonly ComboboxOption[]
  placeholder?: string
  /** When nothing fits. */
  emptyText?: string
  /** Above the hits, such as "5 of 92 subcategories". */
  heading?: ((shown: number, total: number) => string) | undefined
  /** The server searches: options are shown as given, and this hears what was typed. */
  onSearch?: ((text: string) => void) | undefined
  loading?: boolean
  /** Each time the list is opened again. */
  onReopen?: (() => void) | undefined
  disabled?: boolean
  id?: string
  'aria-label'?: string
}

const load = () => import('./combobox-content.tsx')

/** One choice out of many, by typing. The best hit is first and ready for Enter. On a phone it fills the screen. */
export function Combobox(props: ComboboxProps) {
  const use = useFirstUse<ComboboxContentProps, HTMLInputElement & HTMLButtonElement>(load)
  const isPhone = useIsPhone()
  const { begun } = use
  if (begun) return <begun.Control {...props} begun={begun} />
  return isPhone ? <ClosedOnPhone {...props} use={use} /> : <ClosedOnDesk {...props} use={use} />
}

type ClosedProps = ComboboxProps & {
  use: ReturnType<typeof useFirstUse<ComboboxContentProps, HTMLInputElement & HTMLButtonElement>>
}

function ClosedOnPhone({ use, value, options, placeholder = 'Search', disabled, ...props }: ClosedProps) {
  const field = useFieldControl(props)
  const chosen = options.find((option) => option.value === value)
  return (
    <button
      ref={use.closed}
      type="button"
      role="combobox"
      {...field}
      aria-label={props['aria-label']}
      aria-haspopup="dialog"
      aria-expanded={false}
      aria-busy={use.isComing || undefined}
      disabled={disabled}
      onPointerDown={use.fetchSoon}
      onClick={use.open}
      className={cx(controlClass, controlHeight, 'text-left')}
    >
      {chosen?.icon}
      <span className={cx('clip flex-1', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</span>
      <ChevronDown aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
    </button>
  )
}

/** One can type at once: what was typed goes along. */
function ClosedOnDesk({ use, value, options, placeholder = 'Search', disabled, ...props }: ClosedProps) {
  const field = useFieldControl(props)
  const { 'aria-labelledby': labelledBy } = useFieldGroup()
  const chosen = options.find((option) => option.value === value)
  return (
    <div className={cx(controlClass, controlHeight, disabled && disabledControlClass)} onPointerEnter={use.fetchSoon}>
      <Search aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
      <input
        // afresh when its value is chosen elsewhere, or its name arrives
        key={chosen?.label}
        ref={use.closed}
        role="combobox"
        {...field}
        aria-label={props['aria-label']}
        aria-labelledby={labelledBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-busy={use.isComing || undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        defaultValue={chosen?.label}
        placeholder={placeholder}
        onPointerDown={use.willOpen}
        onFocus={use.begin}
        onClick={use.open}
        onCompositionStart={use.onCompositionStart}
        className="h-full min-w-0 flex-1 bg-transparent outline-none disabled:cursor-not-allowed"
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label="Show all"
        disabled={disabled}
        onClick={() => {
          use.willOpen()
          use.closed.current?.focus()
        }}
        className="-mr-1 grid size-6 flex-none place-items-center rounded-sm"
      >
        <ChevronDown aria-hidden="true" className="size-4 text-ink-3" strokeWidth={1.75} />
      </button>
    </div>
  )
}

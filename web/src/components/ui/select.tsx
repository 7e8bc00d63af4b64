import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { useFieldControl } from './field.tsx'
import { controlClass, controlHeight } from './input.tsx'
import type { SelectContentProps } from './select-content.tsx'
import { useFirstUse } from './use-first-use.ts'

export interface SelectOption<V extends string = string> {
  value: V
  label: string
  icon?: ReactNode
  /** Said after the label, such as why it cannot be chosen. */
  hint?: string | undefined
  disabled?: boolean
}

export interface SelectProps<V extends string = string> {
  value: V | null
  onChange: (value: V) => void
  options: readonly SelectOption<V>[]
  placeholder?: string
  disabled?: boolean
  id?: string
  className?: string
  /** Where no Field names it. */
  'aria-label'?: string
}

const load = () => import('./select-content.tsx')

/** One of a list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { begun, isComing, closed, begin, open, fetchSoon } = useFirstUse<SelectContentProps, HTMLButtonElement>(load)
  const field = useFieldControl(props)
  if (begun) {
    // the options are all it can choose from
    return <begun.Control {...props} onChange={(value) => props.onChange(value as V)} begun={begun} />
  }
  const { value, options, placeholder = 'Choose', disabled, className } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <button
      ref={closed}
      type="button"
      role="combobox"
      {...field}
      aria-label={props['aria-label']}
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-busy={isComing || undefined}
      disabled={disabled}
      onPointerEnter={fetchSoon}
      onPointerDown={fetchSoon}
      onClick={open}
      // who comes by keys may choose by typing letters, without opening it
      onFocus={({ target }) => target.matches(':focus-visible') && begin()}
      onKeyDown={(event) => {
        if (!event.key.startsWith('Arrow')) return
        event.preventDefault()
        open()
      }}
      className={cx(controlClass, controlHeight, 'text-left', className)}
    >
      {chosen?.icon}
      <span className={cx('clip flex-1', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</span>
      <ChevronDown aria-hidden="true" className="size-4 text-ink-3" strokeWidth={1.75} />
    </button>
  )
}

import { type ReactNode, useId } from 'react'
import { cx } from '../../lib/cx.ts'

interface RadiosProps<V extends string | number> {
  value: V | null
  onChange: (value: V) => void
  /** Where no answer is an answer too: choosing what is chosen takes it back. */
  onClear?: (() => void) | undefined
  options: readonly { value: V; content: ReactNode; label?: string; className?: string }[]
  disabled?: boolean
  id?: string | undefined
  className: string
  /** Of each option. */
  optionClassName: string
  'aria-label'?: string | undefined
  'aria-labelledby'?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

/** One of a few, as radio buttons of the browser that lie over what is shown: arrows and readers know them without code of ours. */
export function Radios<V extends string | number>(props: RadiosProps<V>) {
  const { value, onChange, onClear, options, disabled, className, optionClassName, ...group } = props
  const name = useId()
  return (
    <div role="radiogroup" {...group} className={className}>
      {options.map((option) => (
        <label key={option.value} className={cx('relative has-focus-visible:z-1', optionClassName, option.className)}>
          <input
            type="radio"
            name={name}
            aria-label={option.label}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
            onClick={() => option.value === value && onClear?.()}
            // for the browser, Space on what is chosen is no click
            onKeyDown={(event) => {
              if (event.key !== ' ' || option.value !== value || !onClear) return
              event.preventDefault()
              onClear()
            }}
            className="absolute inset-0 cursor-pointer appearance-none rounded-[inherit] disabled:cursor-not-allowed"
          />
          {option.content}
        </label>
      ))}
    </div>
  )
}

import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { OutsideField, useFieldControl, useFieldGroup } from './field.tsx'

interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Its label. Without one give `aria-label`. */
  children?: ReactNode
  indeterminate?: boolean
  disabled?: boolean
  'aria-label'?: string
  className?: string
}

export function Checkbox({ checked, onChange, children, indeterminate = false, className, ...props }: CheckboxProps) {
  const field = useFieldControl()
  const Mark = indeterminate ? Minus : Check
  const box = (
    <span className="relative grid size-4 flex-none touch:size-5">
      <input
        type="checkbox"
        {...field}
        {...props}
        ref={(input) => {
          if (input) input.indeterminate = indeterminate
        }}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="peer size-full cursor-pointer appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-hover aria-invalid:border-red"
      />
      <Mark
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 m-auto hidden size-3 text-on-accent peer-checked:block peer-indeterminate:block peer-disabled:text-ink-disabled touch:size-4"
        strokeWidth={3}
      />
    </span>
  )
  if (!children) return <span className={cx('grid min-h-6 min-w-6 place-items-center', className)}>{box}</span>
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, as `box`
    <label
      className={cx(
        'inline-flex min-h-6 cursor-pointer items-center gap-2 has-disabled:cursor-not-allowed has-disabled:text-ink-disabled touch:min-h-11 touch:text-lg',
        className,
      )}
    >
      {box}
      <span className="min-w-0">{children}</span>
    </label>
  )
}

interface CheckboxGroupProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  options: readonly { value: string; label: string }[]
}

/** Several of a list. Inside a `Field group`. */
export function CheckboxGroup({ value, onChange, options }: CheckboxGroupProps) {
  const { 'aria-invalid': _, ...group } = useFieldGroup()
  const toggle = (option: string, on: boolean) =>
    onChange(options.map((each) => each.value).filter((each) => (each === option ? on : value.includes(each))))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own legend; the Field names this group
    <div role="group" tabIndex={-1} {...group} className="grid gap-x-4 gap-y-1 outline-none md:grid-cols-2">
      <OutsideField>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={value.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
          >
            {option.label}
          </Checkbox>
        ))}
      </OutsideField>
    </div>
  )
}

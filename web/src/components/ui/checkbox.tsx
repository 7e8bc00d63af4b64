import { Checkbox as Base } from '@base-ui/react/checkbox'
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

export function Checkbox({ checked, onChange, children, className, ...props }: CheckboxProps) {
  const field = useFieldControl()
  const box = (
    <Base.Root
      {...field}
      {...props}
      checked={checked}
      onCheckedChange={onChange}
      className="grid size-4 flex-none place-items-center rounded-sm border border-control bg-surface text-on-accent aria-invalid:border-red data-checked:border-accent data-checked:bg-accent data-disabled:border-line data-disabled:bg-hover data-indeterminate:border-accent data-indeterminate:bg-accent touch:size-5"
    >
      <Base.Indicator className="flex">
        {props.indeterminate ? (
          <Minus aria-hidden="true" className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden="true" className="size-3 touch:size-4" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
  )
  if (!children) return <span className={cx('grid min-h-6 min-w-6 place-items-center', className)}>{box}</span>
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside, as Base UI's checkbox
    <label
      className={cx('inline-flex min-h-6 cursor-pointer items-center gap-2 touch:min-h-11 touch:text-lg', className)}
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

import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { useFieldControl, useFieldLabel } from './field.tsx'
import { controlClass, controlHeight } from './input.tsx'
import { optionClass, overlayBackdropClass, overlayListClass } from './overlay.ts'

export interface SelectOption<V extends string = string> {
  value: V
  label: string
  icon?: ReactNode
  /** Said after the label, such as why it cannot be chosen. */
  hint?: string | undefined
  disabled?: boolean
}

interface SelectProps<V extends string> {
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

export function Select<V extends string>(props: SelectProps<V>) {
  const { value, onChange, options, placeholder = 'Choose', disabled = false, className } = props
  const field = useFieldControl(props)
  const label = useFieldLabel() ?? props['aria-label']
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root<V>
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      items={options}
      modal={false}
    >
      <Base.Trigger
        {...field}
        aria-label={props['aria-label']}
        className={cx(controlClass, controlHeight, 'text-left', className)}
      >
        {chosen?.icon}
        <Base.Value className={cx('clip flex-1', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</Base.Value>
        <Base.Icon>
          <ChevronDown aria-hidden="true" className="size-4 text-ink-3" strokeWidth={1.75} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className={overlayBackdropClass} />
        <Base.Positioner
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
          className="sheet-positioner z-40 outline-none"
        >
          <Base.Popup className={cx(overlayListClass, 'md:min-w-(--anchor-width)')}>
            {label && (
              <div aria-hidden="true" className="border-b border-line px-4 pt-1 pb-3 font-semibold md:hidden">
                {label}
              </div>
            )}
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} disabled={option.disabled} className={optionClass}>
                  {option.icon}
                  <Base.ItemText className="min-w-0 flex-1">
                    {option.label}
                    {option.hint && <span className="text-ink-3"> {option.hint}</span>}
                  </Base.ItemText>
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" className="size-4 text-accent-ink" strokeWidth={1.75} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

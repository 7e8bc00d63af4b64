import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { cx } from '../../lib/cx.ts'
import { useFieldControl, useFieldLabel } from './field.tsx'
import { controlClass, controlHeight } from './input.tsx'
import { optionClass, overlayBackdropClass, overlayListClass } from './overlay.ts'
import type { SelectProps } from './select.tsx'
import type { Beginning } from './use-first-use.ts'

export interface SelectContentProps extends SelectProps {
  begun: Beginning
}

/** The whole control, from its first use on. */
export default function SelectContent(props: SelectContentProps) {
  const { value, onChange, options, placeholder = 'Choose', disabled = false, className, begun } = props
  const field = useFieldControl(props)
  const label = useFieldLabel() ?? props['aria-label']
  const trigger = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (begun.takesFocus) trigger.current?.focus()
  }, [begun])
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      defaultOpen={begun.startsOpen}
      disabled={disabled}
      items={options}
      modal={false}
    >
      <Base.Trigger
        ref={trigger}
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

import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

interface SwitchProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Its label. */
  children: ReactNode
  disabled?: boolean
}

/** Something that is on or off from the moment it is pressed; what is sent later with a form is a checkbox. */
export function Switch({ checked, onChange, children, disabled = false }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
    <label className="inline-flex min-h-6 items-center gap-2 has-data-disabled:text-ink-disabled touch:min-h-11 touch:text-lg">
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="flex h-[18px] w-8 flex-none items-center rounded-full bg-control p-0.5 transition-colors data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:bg-line-strong forced-colors:border touch:h-6 touch:w-11"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-white transition-[translate] data-checked:translate-x-3.5 forced-colors:bg-[ButtonText] touch:size-5 touch:data-checked:translate-x-5" />
      </Base.Root>
      <span className="min-w-0">{children}</span>
    </label>
  )
}

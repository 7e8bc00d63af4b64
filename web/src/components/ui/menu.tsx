import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { lazyPart } from '../../lib/lazy-part.ts'
import { Kbd } from './kbd.tsx'
import { useMenuParts } from './menu-parts.ts'
import { optionClass } from './overlay.ts'
import { type OverlayTriggerProps, useOverlayTrigger } from './overlay-trigger.ts'
import { Part } from './part.tsx'

interface MenuProps extends OverlayTriggerProps {
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'bottom' | 'top'
}

const load = () => import('./menu-content.tsx')
const MenuContent = lazyPart(load)

/** Beside its trigger on a desk, a bottom sheet on a phone. */
export function Menu({ children, align = 'start', side = 'bottom', ...props }: MenuProps) {
  const { trigger, overlay, wasOpened, giveUp } = useOverlayTrigger(props, 'menu', load)
  return (
    <>
      {trigger}
      {wasOpened && (
        <Part onMissing={giveUp}>
          <MenuContent {...overlay} align={align} side={side}>
            {children}
          </MenuContent>
        </Part>
      )}
    </>
  )
}

interface MenuItemProps {
  icon?: LucideIcon | undefined
  /** An icon that is more than a line drawing, such as a status or an avatar. */
  mark?: ReactNode
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  /** Disabled, and this is why; shown after the words. */
  why?: string | undefined
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon: Icon, mark, shortcut, danger, disabled, why, onSelect, children }: MenuItemProps) {
  const Base = useMenuParts()
  return (
    <Base.Item
      disabled={disabled || why !== undefined}
      onClick={onSelect}
      className={cx(optionClass, danger && 'text-red')}
    >
      {Icon && (
        <Icon aria-hidden="true" className={cx('size-4 flex-none', !danger && 'text-ink-3')} strokeWidth={1.75} />
      )}
      {mark}
      <span className="min-w-0 flex-1">
        {children}
        {why && <span className="block text-xs max-md:text-sm">{why}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
    </Base.Item>
  )
}

interface MenuToggleProps {
  icon?: LucideIcon
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** On or off; the menu stays, for the next one. */
export function MenuToggle({ icon: Icon, checked, onChange, children }: MenuToggleProps) {
  const Base = useMenuParts()
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onChange} className={optionClass}>
      {Icon && <Icon aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />}
      <span className="min-w-0 flex-1">{children}</span>
      <Base.CheckboxItemIndicator>
        <Check aria-hidden="true" className="size-4 text-accent-ink" strokeWidth={1.75} />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  )
}

interface MenuChoiceProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string; icon?: LucideIcon; mark?: ReactNode }[]
}

/** One of a few, with a tick at the current one. */
export function MenuChoice<V extends string>({ label, value, onChange, options }: MenuChoiceProps<V>) {
  const Base = useMenuParts()
  return (
    <Base.Group>
      <Base.GroupLabel className={headingClass}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map(({ icon: Icon, ...option }) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={optionClass}>
            {Icon && <Icon aria-hidden="true" className="size-4 flex-none text-ink-3" strokeWidth={1.75} />}
            {option.mark}
            <span className="min-w-0 flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" className="size-4 text-accent-ink" strokeWidth={1.75} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

/** Entries that belong together, under words of their own. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  const Base = useMenuParts()
  return (
    <Base.Group>
      <Base.GroupLabel className={headingClass}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuSeparator() {
  const Base = useMenuParts()
  return <Base.Separator className="my-1 h-px bg-line md:-mx-1" />
}

const headingClass = 'px-2 pt-1.5 pb-1 text-xs text-ink-3 max-md:px-4 max-md:text-sm'

import { createLink } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { Kbd } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

interface Look {
  variant?: 'primary' | 'outline' | 'ghost' | 'danger' | 'danger-quiet'
  size?: 'md' | 'sm'
  icon?: LucideIcon | undefined
  /** Shown on the button, such as `C`; registering it is the page's task. */
  shortcut?: string | undefined
}

interface ButtonProps extends Look, ComponentProps<'button'> {
  /** Working: the label stays, a bar runs at the foot and clicks are ignored. */
  busy?: boolean
  /** Disabled, and this is why. */
  why?: string | undefined
}

export function Button(props: ButtonProps) {
  const { variant = 'outline', size, icon, shortcut, busy = false, why, className, children, onClick, ...rest } = props
  const inert = busy || why !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      {...(isFilled(variant) && { 'data-on-fill': true })}
      aria-busy={busy || undefined}
      aria-disabled={inert || undefined}
      aria-description={why}
      onClick={inert ? (event) => event.preventDefault() : onClick}
      className={cx(
        buttonClass({ variant, size, icon: false }),
        busy && 'cursor-progress',
        (rest.disabled || why) && disabledClass(variant),
        className,
      )}
    >
      <ButtonContent icon={icon} shortcut={shortcut}>
        {children}
      </ButtonContent>
      {busy && <BusyBar />}
    </button>
  )
  return why ? <Tooltip text={why}>{button}</Tooltip> : button
}

const BusyBar = () => <span className="absolute bottom-0 left-0 h-[3px] w-[45%] animate-busy bg-current" />

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** Its name, read out and shown as a tooltip. */
  label: string
  icon: LucideIcon
  /** Drawn over the icon, such as an unread dot. */
  children?: ReactNode
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon: Icon,
    shortcut,
    variant = 'ghost',
    size,
    busy,
    why,
    className,
    children,
    onClick,
    ...rest
  } = props
  const inert = busy || why !== undefined
  return (
    <Tooltip text={why ?? label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-busy={busy || undefined}
        aria-disabled={inert || undefined}
        aria-description={why}
        onClick={inert ? undefined : onClick}
        {...rest}
        className={cx(
          buttonClass({ variant, size, icon: true }),
          (rest.disabled || why) && disabledClass(variant),
          className,
        )}
      >
        <Icon aria-hidden="true" className={iconClass} strokeWidth={1.75} />
        {children}
        {busy && <BusyBar />}
      </button>
    </Tooltip>
  )
}

/** A link that looks like a button, because it is the task of the page ("New ticket"). */
export const ButtonLink = createLink(function ButtonLink(props: Look & ComponentProps<'a'>) {
  const { variant = 'outline', size, icon, shortcut, className, children, ...rest } = props
  return (
    <a
      {...rest}
      {...(isFilled(variant) && { 'data-on-fill': true })}
      className={cx(buttonClass({ variant, size, icon: false }), className)}
    >
      <ButtonContent icon={icon} shortcut={shortcut}>
        {children}
      </ButtonContent>
    </a>
  )
})

export function ButtonContent({
  icon: Icon,
  shortcut,
  children,
}: Pick<Look, 'icon' | 'shortcut'> & { children: ReactNode }) {
  return (
    <>
      {Icon && <Icon aria-hidden="true" className={iconClass} strokeWidth={1.75} />}
      {children}
      {shortcut && <Kbd keys={shortcut} />}
    </>
  )
}

const isFilled = (variant: Look['variant']) => variant === 'primary' || variant === 'danger'

const iconClass =
  'size-4 flex-none text-ink-3 in-data-on-fill:text-inherit group-disabled/button:text-inherit group-aria-disabled/button:text-inherit touch:size-5'

const disabledClass = (variant: Look['variant']) =>
  cx(
    'cursor-not-allowed text-ink-disabled!',
    variant === 'ghost' ? 'border-transparent! bg-transparent!' : 'border-line! bg-hover!',
  )

const variantClass = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover active:bg-accent-pressed',
  danger: 'border-danger bg-danger text-on-danger hover:border-danger-hover hover:bg-danger-hover',
  outline: 'border-line-strong bg-surface hover:bg-hover active:bg-pressed aria-expanded:bg-pressed',
  ghost: 'border-transparent text-ink-2 hover:bg-hover active:bg-pressed aria-expanded:bg-pressed',
  'danger-quiet': '[&>svg]:text-inherit border-line-strong bg-surface text-red hover:bg-hover active:bg-pressed',
}

export function buttonClass({
  variant = 'outline',
  size = 'md',
  icon,
}: {
  variant: Look['variant']
  size: Look['size']
  icon: boolean
}) {
  return cx(
    'group/button relative inline-flex flex-none items-center justify-center gap-1.5 overflow-hidden rounded-md border text-sm font-medium whitespace-nowrap transition-colors select-none',
    'touch:h-11 touch:rounded-lg touch:text-lg',
    size === 'md' ? 'h-8' : 'h-7',
    icon ? cx('touch:w-11', size === 'md' ? 'w-8' : 'w-7') : cx('touch:px-4', size === 'md' ? 'px-2.5' : 'px-2'),
    variantClass[variant],
  )
}

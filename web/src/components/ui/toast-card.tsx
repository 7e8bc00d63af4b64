import { CircleAlert, CircleCheck, Info, type LucideIcon, X } from 'lucide-react'
import { cx } from '../../lib/cx.ts'
import { Button, IconButton } from './button.tsx'
import type { ToastKind, ToastOptions } from './toast.tsx'

interface ToastCardProps extends Omit<ToastOptions, 'id'> {
  kind: ToastKind
  text: string
  close: () => void
}

export function ToastCard({ kind, text, description, action, close }: ToastCardProps) {
  const { icon: Icon, tone } = looks[kind]
  const act = () => {
    close()
    action?.onClick()
  }
  return (
    <div className="relative flex w-full items-center gap-2 overflow-hidden rounded-lg bg-raised py-2.5 pr-2 pl-3 text-sm text-ink shadow-overlay max-md:py-1 max-md:pr-1 max-md:text-base">
      <Icon aria-hidden="true" className={cx('size-4 flex-none', tone)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <div className="line-clamp-3">{text}</div>
        {description && <div className="clip text-ink-3">{description}</div>}
      </div>
      {action && (
        <Button size="sm" onClick={act}>
          {action.label}
        </Button>
      )}
      <IconButton size="sm" icon={X} label="Dismiss" onClick={close} />
      {/* This line is the clock: hover and focus stop it, and the toast goes when it has run out. */}
      <span
        onAnimationEnd={close}
        className={cx(
          'toast-timer absolute bottom-0 left-0 h-0.5 w-full origin-left bg-control',
          (action || kind === 'error') && 'toast-timer-long',
        )}
      />
    </div>
  )
}

const looks: Record<ToastKind, { icon: LucideIcon; tone: string }> = {
  success: { icon: CircleCheck, tone: 'text-green' },
  info: { icon: Info, tone: 'text-ink-3' },
  error: { icon: CircleAlert, tone: 'text-red' },
}

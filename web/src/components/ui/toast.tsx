import { CircleAlert, CircleCheck, Info, type LucideIcon, X } from 'lucide-react'
import { Toaster as Base, toast as sonner } from 'sonner'
import { cx } from '../../lib/cx.ts'
import { useUi } from '../../stores/ui-store.ts'
import { Button, IconButton } from './button.tsx'

interface ToastOptions {
  description?: string | undefined
  action?: { label: string; onClick: () => void }
  /** The same id replaces what is shown. */
  id?: string
}

/** Says what just happened, with at most one thing to do about it. */
export const toast = {
  success: (text: string, options?: ToastOptions) => show('success', text, options),
  info: (text: string, options?: ToastOptions) => show('info', text, options),
  error: (text: string, options?: ToastOptions) => show('error', text, options),
  /** For what can be taken back. */
  undo: (text: string, onUndo: () => void) => show('success', text, { action: { label: 'Undo', onClick: onUndo } }),
  dismiss: (id?: string) => sonner.dismiss(id),
}

type Kind = 'success' | 'info' | 'error'

function show(kind: Kind, text: string, { id, ...options }: ToastOptions = {}): void {
  sonner.custom((key) => <ToastCard kind={kind} text={text} {...options} close={() => sonner.dismiss(key)} />, {
    duration: Number.POSITIVE_INFINITY,
    ...(id && { id }),
  })
}

interface ToastCardProps extends Omit<ToastOptions, 'id'> {
  kind: Kind
  text: string
  close: () => void
}

function ToastCard({ kind, text, description, action, close }: ToastCardProps) {
  const { icon: Icon, tone } = looks[kind]
  const act = () => {
    close()
    action?.onClick()
  }
  return (
    <div className="relative flex w-full items-center gap-2 overflow-hidden rounded-lg bg-raised py-2.5 pr-2 pl-3 text-sm text-ink shadow-overlay max-md:py-1 max-md:text-base">
      <Icon aria-hidden="true" className={cx('size-4 flex-none', tone)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {text}
        {description && <div className="line-clamp-2 text-ink-3">{description}</div>}
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

const looks: Record<Kind, { icon: LucideIcon; tone: string }> = {
  success: { icon: CircleCheck, tone: 'text-green' },
  info: { icon: Info, tone: 'text-ink-3' },
  error: { icon: CircleAlert, tone: 'text-red' },
}

/** Once, at the top of the app. */
export function Toaster() {
  const theme = useUi((state) => state.theme)
  return (
    <Base
      theme={theme}
      position="bottom-left"
      expand
      gap={8}
      offset={16}
      mobileOffset={{ bottom: 'calc(var(--bottom-bar) + 8px)', left: 8, right: 8 }}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true }}
    />
  )
}

import type { ReactNode } from 'react'
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx'
import { cx } from '../../lib/cx.ts'
import type { ForcedState } from './force-states.ts'

interface ExhibitProps {
  title: string
  /** As in code: the components or tokens shown. */
  code: string
  /** When to use it, in a sentence. */
  about?: string
  span?: 'full' | 'half'
  children: ReactNode
}

/** One component in all its states. If it breaks, the others still show. */
export function Exhibit({ title, code, about, span = 'half', children }: ExhibitProps) {
  const id = exhibitId(title)
  return (
    <section
      aria-labelledby={id}
      className={cx('min-w-0 border-t border-line-strong pt-3 pb-10', span === 'full' ? 'xl:col-span-2' : '')}
    >
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 id={id} tabIndex={-1} className="scroll-mt-4 text-lg font-semibold outline-none">
          {title}
        </h2>
        <code className="font-mono text-xs text-ink-3 [overflow-wrap:anywhere]">{code}</code>
      </div>
      {about && <p className="mb-5 max-w-160 text-sm text-pretty text-ink-2 touch:text-base">{about}</p>}
      <ErrorBoundary title={`${title} did not show`}>
        <div className="grid gap-4">{children}</div>
      </ErrorBoundary>
    </section>
  )
}

export const exhibitId = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** States beside their name. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 gap-y-2 md:grid-cols-[96px_minmax(0,1fr)]">
      <span className="text-sm text-ink-3">{name}</span>
      <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}

/** What opens over a page, shown open and in its place; not to be used there. */
export function Picture({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    <div inert className={cx('min-w-0 overflow-hidden rounded-lg bg-frame p-5 max-md:p-3', className)}>
      {children}
    </div>
  )
}

/** Fields side by side where there is room. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-5 md:grid-cols-2">{children}</div>
}

/** Shows what is inside as if the pointer or the focus were on it. */
export function Show({ state, on = 'button, input, textarea, a', children }: ShowProps) {
  return (
    <span ref={(box) => box?.querySelector(on)?.setAttribute('data-show', state)} className="contents">
      {children}
    </span>
  )
}

interface ShowProps {
  state: ForcedState
  /** The element that has the state; the first control inside without it. */
  on?: string
  children: ReactNode
}

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What it means and what to do next. */
  children: ReactNode
  actions?: ReactNode
  /** h1 when it is all there is on the page. */
  heading?: 'h1' | 'h2' | 'h3'
}

export function EmptyState({ icon: Icon, title, children, actions, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-100 justify-items-center gap-2 px-6 py-10 text-center text-ink-2 touch:text-lg">
      <Icon aria-hidden="true" className="size-6 text-ink-3" strokeWidth={1.5} />
      <Heading className="text-lg font-semibold text-balance text-ink">{title}</Heading>
      <div className="text-pretty">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}

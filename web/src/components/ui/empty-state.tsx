import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What it means and what to do next. */
  children: ReactNode
  actions?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-100 justify-items-center gap-2 px-6 py-10 text-center text-ink-2 touch:text-lg">
      <Icon aria-hidden="true" className="size-6 text-ink-3" strokeWidth={1.5} />
      <h2 className="text-lg font-semibold text-balance text-ink">{title}</h2>
      <div className="text-pretty">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}

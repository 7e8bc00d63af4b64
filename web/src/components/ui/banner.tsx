import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'

interface BannerProps {
  icon: LucideIcon
  tone?: 'stone' | 'amber' | 'red'
  children: ReactNode
  action?: ReactNode
}

/** A fact about the whole page that stays until it is no longer true. */
export function Banner({ icon: Icon, tone = 'stone', children, action }: BannerProps) {
  return (
    <div
      role="status"
      className={cx(
        'flex min-h-9 flex-none items-center gap-2 border-b border-line px-4 py-1.5 text-sm touch:text-base',
        toneClass[tone],
      )}
    >
      <Icon aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">{children}</span>
      {action}
    </div>
  )
}

const toneClass = { stone: 'bg-stone-tint', amber: 'bg-amber-tint text-amber', red: 'bg-red-tint text-red' }

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'

interface BadgeProps {
  tone?: keyof typeof toneClass
  icon?: LucideIcon
  children: ReactNode
}

/** A word about a thing; never the accent. */
export function Badge({ tone = 'stone', icon: Icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs leading-5 font-medium whitespace-nowrap',
        toneClass[tone],
      )}
    >
      {Icon && <Icon aria-hidden="true" className="size-3 flex-none" strokeWidth={2} />}
      <span className="clip">{children}</span>
    </span>
  )
}

const toneClass = {
  stone: 'bg-stone-tint text-ink-2',
  blue: 'bg-blue-tint text-blue',
  indigo: 'bg-indigo-tint text-indigo',
  teal: 'bg-teal-tint text-teal',
  green: 'bg-green-tint text-green',
  amber: 'bg-amber-tint text-amber',
  orange: 'bg-orange-tint text-orange',
  red: 'bg-red-tint text-red',
}

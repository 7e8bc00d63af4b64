import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../../lib/cx.ts'

interface PanelItemProps {
  /** Tells it apart and is what typing finds. */
  value: string
  icon: LucideIcon
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}

/** One line of the panel of views. */
export function PanelItem({ value, icon: Icon, danger = false, onSelect, children }: PanelItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className={cx(
        'flex min-h-[30px] cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm aria-selected:bg-pressed max-md:min-h-11 max-md:gap-3 max-md:rounded-none max-md:px-4 max-md:text-lg',
        danger && 'text-red',
      )}
    >
      <Icon aria-hidden="true" className={cx('size-4 flex-none', !danger && 'text-ink-3')} strokeWidth={1.75} />
      {children}
    </Command.Item>
  )
}

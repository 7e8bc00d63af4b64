import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface ItemProps {
  /** Tells items apart; not shown. */
  value: string
  icon?: LucideIcon
  onSelect: () => void
  children: ReactNode
}

/** One line of the search: a ticket, a recent search or a command. */
export function Item({ value, icon: Icon, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-md px-3 py-1.5 text-base aria-selected:bg-pressed max-md:min-h-12 max-md:text-lg"
    >
      {Icon && <Icon aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />}
      {children}
    </Command.Item>
  )
}

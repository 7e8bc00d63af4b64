import { Link, type LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tooltip } from '../components/ui/tooltip.tsx'
import { ListTotal } from '../features/places/list-total.tsx'
import type { TicketSearch } from '../features/tickets/ticket-search.ts'

interface SidebarEntryProps extends Pick<LinkProps, 'to' | 'search'> {
  icon: LucideIcon
  label: string
  on: boolean
  /** Keys that do something to it beside opening it, for assistive technology. */
  keyShortcuts?: string
  children?: ReactNode
}

/** One line of the sidebar; in the rail an icon whose tooltip says what it is. */
export function SidebarEntry({ icon: Icon, label, on, keyShortcuts, children, ...to }: SidebarEntryProps) {
  return (
    <Tooltip text={label} side="right">
      <Link
        {...to}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={on ? 'page' : undefined}
        aria-keyshortcuts={keyShortcuts}
        className="group/entry flex h-7 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink rail:h-8"
      >
        <Icon
          aria-hidden="true"
          className="size-4 flex-none text-ink-3 group-aria-[current=page]/entry:text-ink"
          strokeWidth={1.75}
        />
        <span className="clip rail:sr-only">{label}</span>
        {children}
      </Link>
    </Tooltip>
  )
}

export const SidebarTotal = ({ search }: { search: TicketSearch }) => (
  <ListTotal search={search} className="rail:hidden" />
)

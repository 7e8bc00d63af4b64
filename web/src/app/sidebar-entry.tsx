import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tooltip } from '../components/ui/tooltip.tsx'
import { ticketQueries } from '../features/tickets/api.ts'
import { filtersOf, type TicketSearch } from '../features/tickets/ticket-search.ts'
import { formatNumber } from '../lib/format.ts'

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

export function SidebarTotal({ search }: { search: TicketSearch }) {
  const { data } = useQuery(ticketQueries.total(filtersOf(search)))
  if (!data) return null
  return (
    <span className="num ml-auto text-xs font-normal text-ink-3 rail:hidden">
      {formatNumber(data.total)}
      {data.totalIsCapped && '+'}
    </span>
  )
}

import type { Me } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Bell, ChevronsUpDown, CircleUserRound, Inbox, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../components/ui/avatar.tsx'
import { Brand } from '../components/ui/brand.tsx'
import { Count } from '../components/ui/count.tsx'
import { useUnreadCount } from '../features/notifications/bell.tsx'
import { ticketQueries } from '../features/tickets/api.ts'
import { filtersOf } from '../features/tickets/ticket-search.ts'
import { formatNumber } from '../lib/format.ts'
import { usePlace } from './places.ts'
import { UserMenu } from './user-menu.tsx'

/** 208 wide from 1024 on, a rail of icons below that, nothing on a phone. */
export function Sidebar({ user }: { user: Me }) {
  const place = usePlace()
  const unread = useUnreadCount()
  return (
    <aside className="flex w-12 flex-none flex-col border-r border-line bg-frame text-sm max-md:hidden lg:w-(--sidebar)">
      <Link to="/tickets" className="focus-inside flex h-(--topbar) flex-none items-center px-3">
        <Brand name="Physique 57" nameClass="max-lg:sr-only" />
      </Link>
      <nav aria-label="Main" className="grid gap-px px-2 py-1">
        <Entry to="/notifications" icon={Bell} label="Notifications" on={place === 'notifications'}>
          {unread > 0 && <Count n={unread} strong className="ml-auto max-lg:hidden" />}
        </Entry>
        <Entry to="/tickets" search={{ view: 'mine' }} icon={CircleUserRound} label="My tickets" on={place === 'mine'}>
          <Total view="mine" />
        </Entry>
        <Entry to="/tickets" search={{}} icon={Inbox} label="Tickets" on={place === 'tickets'}>
          <Total view="open" />
        </Entry>
      </nav>
      <div className="mt-auto border-t border-line p-2 max-lg:p-1.5">
        <UserMenu
          user={user}
          trigger={
            <button
              type="button"
              className="flex w-full items-center gap-2 rounded-md p-1 text-left leading-4 hover:bg-hover aria-expanded:bg-pressed"
            >
              <Avatar person={user} size={24} decorative />
              <span className="min-w-0 flex-1 max-lg:sr-only">
                <span className="sr-only">Your menu: </span>
                <span className="clip block font-medium">{user.name}</span>
                <span className="clip block text-xs text-ink-3">{user.team?.name ?? user.email}</span>
              </span>
              <ChevronsUpDown
                aria-hidden="true"
                className="size-3.5 flex-none text-ink-3 max-lg:hidden"
                strokeWidth={2}
              />
            </button>
          }
        />
      </div>
    </aside>
  )
}

interface EntryProps extends Pick<LinkProps, 'to' | 'search'> {
  icon: LucideIcon
  label: string
  on: boolean
  children?: ReactNode
}

function Entry({ icon: Icon, label, on, children, ...to }: EntryProps) {
  return (
    <Link
      {...to}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={on ? 'page' : undefined}
      title={label}
      className="group/entry flex h-7 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink max-lg:h-8"
    >
      <Icon
        aria-hidden="true"
        className="size-4 flex-none text-ink-3 group-aria-[current=page]/entry:text-ink"
        strokeWidth={1.75}
      />
      <span className="clip max-lg:sr-only">{label}</span>
      {children}
    </Link>
  )
}

function Total({ view }: { view: 'mine' | 'open' }) {
  const { data } = useQuery(ticketQueries.total(filtersOf({ view })))
  if (!data) return null
  return (
    <span className="num ml-auto text-xs font-normal text-ink-3 max-lg:hidden">
      {formatNumber(data.total)}
      {data.totalIsCapped && '+'}
    </span>
  )
}

import type { Me } from '@physique57/contracts'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Bell, CirclePlus, CircleUserRound, Inbox, type LucideIcon, Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { Count } from '../components/ui/count.tsx'
import { useUnreadCount } from '../features/notifications/api.ts'
import { usePlace } from './places.ts'
import { UserMenu } from './user-menu.tsx'

/** The phone's navigation, within reach of the thumb. */
export function BottomBar({ user }: { user: Me }) {
  const place = usePlace()
  const unread = useUnreadCount()
  return (
    <nav
      aria-label="Main"
      className="grid h-(--bottom-bar) flex-none grid-cols-5 border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <Entry to="/tickets" search={{}} icon={Inbox} label="Tickets" on={place === 'tickets'} />
      <Entry to="/tickets" search={{ view: 'mine' }} icon={CircleUserRound} label="Mine" on={place === 'mine'} />
      <Entry to="/tickets/new" icon={CirclePlus} label="New" on={false} />
      <Entry
        to="/notifications"
        icon={Bell}
        label="Inbox"
        note={unread > 0 ? `, ${unread} unread` : undefined}
        on={place === 'notifications'}
      >
        {unread > 0 && <Count n={unread} strong className="absolute -top-1 left-3" />}
      </Entry>
      <UserMenu
        user={user}
        trigger={
          <button type="button" className={entryClass}>
            <Menu aria-hidden="true" className="size-5" strokeWidth={1.75} />
            More
          </button>
        }
      />
    </nav>
  )
}

interface EntryProps extends Pick<LinkProps, 'to' | 'search'> {
  icon: LucideIcon
  label: string
  /** Read out after the label. */
  note?: string | undefined
  on: boolean
  children?: ReactNode
}

function Entry({ icon: Icon, label, note, on, children, ...to }: EntryProps) {
  return (
    <Link
      {...to}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={on ? 'page' : undefined}
      className={entryClass}
    >
      <span className="relative" aria-hidden="true">
        <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        {children}
      </span>
      <span>
        {label}
        {note && <span className="sr-only">{note}</span>}
      </span>
    </Link>
  )
}

const entryClass =
  'focus-inside grid place-items-center content-center gap-0.5 text-xs text-ink-2 aria-[current=page]:font-semibold aria-[current=page]:text-accent-ink'

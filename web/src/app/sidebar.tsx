import type { Me } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Bell, CircleUserRound, Inbox, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { Brand } from '../components/ui/brand.tsx'
import { IconButton } from '../components/ui/button.tsx'
import { Count } from '../components/ui/count.tsx'
import { useUnreadCount } from '../features/notifications/api.ts'
import { usePlaces } from '../features/places/use-places.ts'
import { useIsPhone } from '../lib/media.ts'
import { useShortcuts } from '../lib/shortcuts.ts'
import { useUi } from '../stores/ui-store.ts'
import { PinnedSection } from './pinned-section.tsx'
import { usePlace, useViewHere } from './places.ts'
import { SidebarEntry, SidebarTotal } from './sidebar-entry.tsx'
import { UserProfile } from './user-profile.tsx'

/** 208 wide from 1024 on unless collapsed, else a rail of icons; nothing on a phone. */
export function Sidebar({ user }: { user: Me }) {
  const place = usePlace()
  const { pinned, first } = usePlaces(user)
  const pinnedHere = useViewHere(pinned)?.id
  const unread = useUnreadCount()
  const isCollapsed = useUi((ui) => ui.isSidebarCollapsed)
  return (
    <aside
      data-rail={isCollapsed || undefined}
      className="flex w-(--sidebar) flex-none flex-col border-r border-line bg-frame text-sm max-md:hidden rail:w-12"
    >
      <Link to="/tickets" className="focus-inside flex h-(--topbar) flex-none items-center px-3">
        <Brand name="Physique 57" nameClass="rail:sr-only" />
      </Link>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <nav aria-label="Main" className="grid gap-px px-2 py-1">
          <SidebarEntry to="/notifications" icon={Bell} label="Notifications" on={place === 'notifications'}>
            {unread > 0 && <Count n={unread} strong className="ml-auto rail:hidden" />}
          </SidebarEntry>
          <SidebarEntry
            to="/tickets"
            search={{ view: 'mine' }}
            icon={CircleUserRound}
            label="My tickets"
            on={place === 'mine'}
          >
            <SidebarTotal search={{ view: 'mine' }} />
          </SidebarEntry>
          <SidebarEntry to="/tickets" search={{}} icon={Inbox} label="Tickets" on={place === 'tickets' && !pinnedHere}>
            <SidebarTotal search={first?.shown ?? {}} />
          </SidebarEntry>
        </nav>
        <PinnedSection user={user} here={pinnedHere} />
      </div>
      <Collapse />
      <UserProfile user={user} />
    </aside>
  )
}

/** Below 1024 there is no room for the other, so nothing to choose. */
function Collapse() {
  const { isSidebarCollapsed: isCollapsed, setSidebarCollapsed } = useUi()
  const isPhone = useIsPhone()
  const toggle = () => setSidebarCollapsed(!isCollapsed)
  useShortcuts([
    { keys: '[', label: 'Collapse or open the sidebar', group: 'Everywhere', run: toggle, disabled: isPhone },
  ])
  return (
    <div className="p-2 max-lg:hidden">
      <IconButton
        icon={isCollapsed ? PanelLeftOpen : PanelLeftClose}
        label={isCollapsed ? 'Open the sidebar' : 'Collapse the sidebar'}
        shortcut="["
        onClick={toggle}
      />
    </div>
  )
}

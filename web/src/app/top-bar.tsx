import type { Me } from '@physique57/contracts'
import { useMatches, useMatchRoute } from '@tanstack/react-router'
import { Keyboard, LockKeyhole, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink, IconButton } from '../components/ui/button.tsx'
import { BackLink } from '../components/ui/page-bar.tsx'
import { Bell } from '../features/notifications/bell.tsx'
import { cx } from '../lib/cx.ts'
import { useDevice } from '../stores/device-store.ts'
import { lock } from './idle-lock.tsx'
import { QuickActions } from './quick-actions.tsx'
import { useShortcutList } from './shortcut-list-store.ts'

/** Its children are the search: on a phone it and the quick actions are all there is, as pages bring their own head there. */
export function TopBar({ user, children }: { user: Me; children: ReactNode }) {
  const { title, within, fullScreenOnPhone } = useMatches({ select: (matches) => matches.at(-1)?.staticData ?? {} })
  const isCreating = useMatchRoute()({ to: '/tickets/new' })
  const isShared = useDevice((device) => device.isShared)
  const showShortcuts = useShortcutList((state) => state.show)
  return (
    <header
      className={cx(
        'flex h-(--topbar) flex-none items-center gap-2 border-b border-line px-4 max-md:px-2',
        fullScreenOnPhone && 'max-md:hidden',
      )}
    >
      {title && (
        <h1 className="clip mr-2 max-w-1/2 flex-none text-lg font-semibold outline-none max-md:hidden">{title}</h1>
      )}
      {within && (
        <span className="-ml-2 max-md:hidden">
          <BackLink to="/tickets" label="Back to the tickets" crumb="Tickets" />
        </span>
      )}
      {children}
      <div className="ml-auto flex flex-none items-center gap-2 max-md:hidden">
        {isShared && <IconButton icon={LockKeyhole} label="Lock this device" shortcut="G L" onClick={lock} />}
        <IconButton icon={Keyboard} label="Shortcuts" shortcut="?" onClick={showShortcuts} />
        <Bell />
      </div>
      <QuickActions user={user} />
      {!isCreating && (
        <ButtonLink to="/tickets/new" variant="primary" icon={Plus} shortcut="C" className="max-md:hidden">
          New ticket
        </ButtonLink>
      )}
    </header>
  )
}

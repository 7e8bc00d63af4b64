import { useMatches, useMatchRoute } from '@tanstack/react-router'
import { Keyboard, Plus } from 'lucide-react'
import { ButtonLink, IconButton } from '../components/ui/button.tsx'
import { BackLink } from '../components/ui/page-bar.tsx'
import { Bell } from '../features/notifications/bell.tsx'
import { useShortcutList } from './shortcut-list-store.ts'

/** On a desk only; a phone's pages bring their own head. */
export function TopBar() {
  const { title, within } = useMatches({ select: (matches) => matches.at(-1)?.staticData ?? {} })
  const isCreating = useMatchRoute()({ to: '/tickets/new' })
  const showShortcuts = useShortcutList((state) => state.show)
  return (
    <header className="flex h-(--topbar) flex-none items-center gap-2 border-b border-line px-4 max-md:hidden">
      {title && <h1 className="clip text-lg font-semibold outline-none">{title}</h1>}
      {within && (
        <span className="-ml-2 flex items-center gap-0.5 text-sm text-ink-2">
          <BackLink to="/tickets" label="Back to the tickets" />
          Tickets
        </span>
      )}
      <span className="flex-1" />
      <IconButton icon={Keyboard} label="Shortcuts" shortcut="?" onClick={showShortcuts} />
      <Bell />
      {!isCreating && (
        <ButtonLink to="/tickets/new" variant="primary" icon={Plus} shortcut="C">
          New ticket
        </ButtonLink>
      )}
    </header>
  )
}

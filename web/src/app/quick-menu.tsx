import type { Me } from '@physique57/contracts'
import { useMatchRoute, useNavigate } from '@tanstack/react-router'
import { PenLine, Plus, Search, Ticket } from 'lucide-react'
import { MenuGroup, MenuItem, MenuSeparator } from '../components/ui/menu.tsx'
import MenuContent from '../components/ui/menu-content.tsx'
import type { OverlayProps } from '../components/ui/overlay-trigger.ts'
import { ListTotal } from '../features/places/list-total.tsx'
import { commandIcon } from '../features/search/command-icon.ts'
import { useRecent } from '../features/search/recent.ts'
import { openSearch } from '../features/search/search-panel-store.ts'
import { useBegunTicket } from '../features/tickets/begun-ticket.ts'
import { useRegisteredShortcuts } from '../lib/shortcuts.ts'
import { placesWithKeys } from './places-with-keys.ts'

/** Log, go on, look after one's own: each also has a key or stands in the palette. */
export default function QuickMenu({ user, overlay }: { user: Me; overlay: OverlayProps }) {
  return (
    <MenuContent {...overlay} align="end" side="bottom">
      <QuickItems user={user} />
    </MenuContent>
  )
}

function QuickItems({ user }: { user: Me }) {
  const navigate = useNavigate()
  const isCreating = useMatchRoute()({ to: '/tickets/new' })
  const onThisPage = useRegisteredShortcuts().filter(({ isQuick, disabled }) => isQuick && !disabled)
  return (
    <>
      {!isCreating && <NewTicket onSelect={() => void navigate({ to: '/tickets/new' })} />}
      <MenuItem icon={Search} shortcut="/" onSelect={() => openSearch()}>
        Search and commands
      </MenuItem>
      {onThisPage.map((command) => (
        <MenuItem
          key={command.keys}
          icon={commandIcon(command.keys)}
          shortcut={command.keys}
          onSelect={() => command.run(new KeyboardEvent('keydown'))}
        >
          {command.label}
        </MenuItem>
      ))}
      <MenuSeparator />
      {placesWithKeys(user).map(({ id, label, icon, keys, search, shown }) => (
        <MenuItem key={id} icon={icon} shortcut={keys} onSelect={() => void navigate({ to: '/tickets', search })}>
          <span className="flex items-baseline gap-3">
            {label} <ListTotal search={shown} />
          </span>
        </MenuItem>
      ))}
      <RecentTickets />
    </>
  )
}

/** The form opens with what was begun, so that is what it is called. */
function NewTicket({ onSelect }: { onSelect: () => void }) {
  const begun = useBegunTicket()
  return (
    <MenuItem icon={begun ? PenLine : Plus} shortcut="C" onSelect={onSelect}>
      <span className="clip block max-w-80">{begun ? `Continue ${begun}` : 'New ticket'}</span>
    </MenuItem>
  )
}

function RecentTickets() {
  const navigate = useNavigate()
  const { tickets } = useRecent()
  if (tickets.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuGroup label="Recent tickets">
        {tickets.map(({ id, key, title }) => (
          <MenuItem
            key={id}
            icon={Ticket}
            onSelect={() => void navigate({ to: '/tickets/$ticketId', params: { ticketId: id } })}
          >
            <span className="flex max-w-80 items-baseline gap-2">
              <span className="num flex-none text-ink-3 text-sm">{key}</span>
              <span className="clip">{title}</span>
            </span>
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  )
}

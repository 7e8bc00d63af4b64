import type { Ticket } from '@physique57/contracts'
import { Archive, Ellipsis, EllipsisVertical, Link, Merge, Pencil, RotateCcw, Siren, Trash2 } from 'lucide-react'
import { IconButton } from '../../../components/ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../components/ui/menu.tsx'
import { copyLink } from './copy-link.ts'
import { close } from './ticket-actions.ts'
import { useTicketAction } from './use-ticket-action.ts'
import type { TicketDialogs } from './use-ticket-dialogs.ts'

interface MoreMenuProps {
  ticket: Ticket
  dialogs: TicketDialogs
  /** On a phone this menu is also the action bar. */
  isPhone?: boolean
}

export function MoreMenu({ ticket, dialogs, isPhone = false }: MoreMenuProps) {
  const closing = useTicketAction(ticket, close)
  const { can } = ticket
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={isPhone ? EllipsisVertical : Ellipsis}
          label="More actions"
          variant={isPhone ? 'ghost' : 'outline'}
        />
      }
    >
      <MenuItem icon={Link} onSelect={() => copyLink(ticket.key, ticket.id)}>
        Copy link
      </MenuItem>
      {isPhone && can.editDetails && (
        <MenuItem icon={Pencil} onSelect={() => dialogs.show('edit')}>
          Edit…
        </MenuItem>
      )}
      {isPhone && can.escalate && (
        <MenuItem icon={Siren} onSelect={() => dialogs.show('escalate')}>
          Escalate…
        </MenuItem>
      )}
      {isPhone && can.close && (
        <MenuItem icon={Archive} onSelect={() => closing.mutate()}>
          Close
        </MenuItem>
      )}
      {isPhone && can.reopen && (
        <MenuItem icon={RotateCcw} onSelect={() => dialogs.show('reopen')}>
          Reopen…
        </MenuItem>
      )}
      {can.merge && (
        <MenuItem icon={Merge} onSelect={() => dialogs.show('merge')}>
          Merge into…
        </MenuItem>
      )}
      {can.remove && <MenuSeparator />}
      {can.remove && (
        <MenuItem icon={Trash2} danger onSelect={() => dialogs.show('delete')}>
          Delete…
        </MenuItem>
      )}
    </Menu>
  )
}

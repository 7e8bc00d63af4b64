import type { Ticket } from '@physique57/contracts'
import { Archive, Ellipsis, EllipsisVertical, Link, Merge, RotateCcw, Siren, Trash2 } from 'lucide-react'
import { IconButton } from '../../../components/ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../components/ui/menu.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { close } from '../ticket-actions.ts'
import { useTicketAction } from '../use-ticket-action.ts'
import type { TicketDialogs } from '../use-ticket-dialogs.ts'

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
      <MenuItem icon={Link} onSelect={() => copyLink(ticket)}>
        Copy link
      </MenuItem>
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

function copyLink(ticket: Ticket): void {
  const link = `${window.location.origin}/tickets/${ticket.id}`
  navigator.clipboard?.writeText(link).then(
    () => toast.info(`Link to ${ticket.key} copied`),
    () => toast.error('The link could not be copied', { description: link }),
  ) ?? toast.error('The link could not be copied', { description: link })
}

import { statusLabel, type Ticket, type TicketStatus } from '@physique57/contracts'
import { ChevronDown } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Menu, MenuItem } from '../../../components/ui/menu.tsx'
import { changeStatus, close } from '../ticket-actions.ts'
import { useTicketAction } from '../use-ticket-action.ts'
import type { TicketDialogs } from '../use-ticket-dialogs.ts'
import { StatusIcon } from './status.tsx'

interface StatusMenuProps {
  ticket: Ticket
  dialogs: TicketDialogs
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** The statuses a ticket may go to now, each in its own way: at once, or with a question first. */
export function StatusMenu({ ticket, dialogs, isOpen, onOpenChange }: StatusMenuProps) {
  const move = useTicketAction(ticket, changeStatus)
  const closing = useTicketAction(ticket, close)
  const { can } = ticket
  const ways: Partial<Record<TicketStatus, (() => void) | false>> = {
    in_progress: can.edit && (() => move.mutate('in_progress')),
    pending: can.edit && (() => move.mutate('pending')),
    resolved: can.resolve && (() => dialogs.show('resolve')),
    closed: can.close && (() => closing.mutate()),
    reopened: can.reopen && (() => dialogs.show('reopen')),
  }
  const possible = ticket.nextStatuses.flatMap((status) => {
    const go = ways[status]
    return go ? [{ status, go }] : []
  })
  if (possible.length === 0) return null

  return (
    <Menu
      {...(isOpen !== undefined && { open: isOpen })}
      {...(onOpenChange && { onOpenChange })}
      trigger={
        <Button aria-label={`Status: ${statusLabel[ticket.status]}`}>
          <StatusIcon status={ticket.status} />
          {statusLabel[ticket.status]}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" strokeWidth={2} />
        </Button>
      }
    >
      {possible.map(({ status, go }) => (
        <MenuItem key={status} mark={<StatusIcon status={status} />} onSelect={go}>
          {statusLabel[status]}
          {(status === 'resolved' || status === 'reopened') && '…'}
          {status === 'pending' && <span className="text-ink-3"> pauses the resolution clock</span>}
        </MenuItem>
      ))}
    </Menu>
  )
}

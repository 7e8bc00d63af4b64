import { statusLabel, type Ticket } from '@physique57/contracts'
import { ChevronDown } from 'lucide-react'
import { Button } from '../../../components/ui/button.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { StatusIcon } from '../status.tsx'
import { possibleMoves } from './possible-moves.ts'
import { StatusItems } from './status-items.tsx'
import type { TicketDialogs } from './use-ticket-dialogs.ts'

interface StatusMenuProps {
  ticket: Ticket
  dialogs: TicketDialogs
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

export function StatusMenu({ ticket, dialogs, isOpen, onOpenChange }: StatusMenuProps) {
  if (ticket.nextStatuses.length === 0 || possibleMoves(ticket).length === 0) return null
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
      <StatusItems ticket={ticket} onAsk={dialogs.show} />
    </Menu>
  )
}

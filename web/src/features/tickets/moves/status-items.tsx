import { statusLabel, type TicketStatus, type TicketSummary } from '@physique57/contracts'
import { MenuItem } from '../../../components/ui/menu.tsx'
import { StatusIcon } from '../status.tsx'
import { possibleMoves } from './possible-moves.ts'
import { changeStatus, close } from './ticket-actions.ts'
import { useTicketAction } from './use-ticket-action.ts'

interface StatusItemsProps {
  ticket: TicketSummary
  /** Resolving and reopening ask something first. */
  onAsk: (dialog: 'resolve' | 'reopen') => void
}

/** The statuses a ticket may go to now, each in its own way: at once, or with a question first. */
export function StatusItems({ ticket, onAsk }: StatusItemsProps) {
  const move = useTicketAction(ticket, changeStatus)
  const closing = useTicketAction(ticket, close)
  const go = (status: TicketStatus) => {
    if (status === 'in_progress' || status === 'pending') move.mutate(status)
    if (status === 'closed') closing.mutate()
    if (status === 'resolved') onAsk('resolve')
    if (status === 'reopened') onAsk('reopen')
  }
  return possibleMoves(ticket).map((status) => (
    <MenuItem key={status} mark={<StatusIcon status={status} />} onSelect={() => go(status)}>
      {statusLabel[status]}
      {(status === 'resolved' || status === 'reopened') && '…'}
      {status === 'pending' && <span className="text-ink-3"> pauses the resolution clock</span>}
    </MenuItem>
  ))
}

import type { Ticket } from '@physique57/contracts'
import { Button } from '../../../components/ui/button.tsx'
import { useAuth } from '../../../stores/auth-store.ts'
import { assign, close } from '../moves/ticket-actions.ts'
import { useTicketAction } from '../moves/use-ticket-action.ts'
import type { TicketDialogs } from '../moves/use-ticket-dialogs.ts'

interface PhoneMainActionProps {
  ticket: Ticket
  dialogs: TicketDialogs
  /** Shares the foot of the page evenly with what stands beside it. */
  isWide: boolean
}

/** The one filled button: whatever brings this ticket on, of what this person may do. */
export function PhoneMainAction({ ticket, dialogs, isWide }: PhoneMainActionProps) {
  const me = useAuth((auth) => auth.user)
  const taking = useTicketAction(ticket, assign)
  const closing = useTicketAction(ticket, close)
  const { can } = ticket
  const width = isWide ? 'flex-1!' : ''
  if (can.take && !can.resolve && me) {
    return (
      <Button
        variant="primary"
        className={width}
        busy={taking.isPending}
        onClick={() => taking.mutate({ to: { userId: me.id }, assignee: { id: me.id, name: me.name } })}
      >
        Take it
      </Button>
    )
  }
  if (can.resolve) {
    return (
      <Button variant="primary" className={width} onClick={() => dialogs.show('resolve')}>
        Resolve
      </Button>
    )
  }
  if (can.close) {
    return (
      <Button variant="primary" className={width} busy={closing.isPending} onClick={() => closing.mutate()}>
        Close
      </Button>
    )
  }
  return can.reopen ? (
    <Button className={width} onClick={() => dialogs.show('reopen')}>
      Reopen
    </Button>
  ) : null
}

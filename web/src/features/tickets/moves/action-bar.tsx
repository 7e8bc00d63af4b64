import type { Ticket } from '@physique57/contracts'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { AssignMenu } from './assign-menu.tsx'
import { MoreMenu } from './more-menu.tsx'
import { PriorityMenu } from './priority-menu.tsx'
import { StatusMenu } from './status-menu.tsx'
import { close } from './ticket-actions.ts'
import { useTicketAction } from './use-ticket-action.ts'
import type { TicketDialogs } from './use-ticket-dialogs.ts'

interface ActionBarProps {
  ticket: Ticket
  dialogs: TicketDialogs
}

/** What the signed-in person may do to this ticket now; nothing else is offered. */
export function ActionBar({ ticket, dialogs }: ActionBarProps) {
  const [open, setOpen] = useState<'status' | 'assign' | null>(null)
  const closing = useTicketAction(ticket, close)
  const { can } = ticket
  const toggle = (menu: 'status' | 'assign') => (isOpen: boolean) => setOpen(isOpen ? menu : null)
  useShortcuts([
    { keys: 'A', label: 'Assign', group: 'Ticket', run: () => setOpen('assign') },
    { keys: 'S', label: 'Change status', group: 'Ticket', run: () => setOpen('status') },
  ])

  return (
    <div role="toolbar" aria-label="Actions" className="flex flex-wrap items-center gap-1.5">
      {can.resolve && <Button onClick={() => dialogs.show('resolve')}>Resolve</Button>}
      {can.close && (
        <Button busy={closing.isPending} onClick={() => closing.mutate()}>
          Close
        </Button>
      )}
      {can.reopen && <Button onClick={() => dialogs.show('reopen')}>Reopen</Button>}
      <StatusMenu ticket={ticket} dialogs={dialogs} isOpen={open === 'status'} onOpenChange={toggle('status')} />
      <PriorityMenu ticket={ticket} />
      {can.editDetails && (
        <Button shortcut="E" onClick={() => dialogs.show('edit')}>
          Edit
        </Button>
      )}
      <AssignMenu ticket={ticket} isOpen={open === 'assign'} onOpenChange={toggle('assign')} />
      {can.escalate && <Button onClick={() => dialogs.show('escalate')}>Escalate</Button>}
      <MoreMenu ticket={ticket} dialogs={dialogs} />
    </div>
  )
}

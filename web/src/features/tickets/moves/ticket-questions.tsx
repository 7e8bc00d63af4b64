import type { Ticket } from '@physique57/contracts'
import { DeleteDialog } from './delete-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import { escalate, reopen } from './ticket-actions.ts'
import type { TicketDialogs } from './use-ticket-dialogs.ts'

/** What is asked before a step is taken. */
export default function TicketQuestions({ ticket, dialogs }: { ticket: Ticket; dialogs: TicketDialogs }) {
  const next = ticket.escalationLevel === 0 ? 'the team’s manager' : 'the directors'
  return (
    <>
      <ResolveDialog ticket={ticket} isOpen={dialogs.open === 'resolve'} onClose={dialogs.hide} />
      <ReasonDialog
        ticket={ticket}
        action={escalate}
        verb="Escalate"
        explanation={`Raises it to level ${ticket.escalationLevel + 1}: ${next} will be told at once.`}
        isOpen={dialogs.open === 'escalate'}
        onClose={dialogs.hide}
      />
      <ReasonDialog
        ticket={ticket}
        action={reopen}
        verb="Reopen"
        explanation="It becomes open again and gets a full new resolution clock."
        isOpen={dialogs.open === 'reopen'}
        onClose={dialogs.hide}
      />
      <DeleteDialog ticket={ticket} isOpen={dialogs.open === 'delete'} onClose={dialogs.hide} />
    </>
  )
}

import type { Ticket } from '@physique57/contracts'
import { OpenedPart } from '../../../components/ui/opened-part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import { escalate, reopen } from './ticket-actions.ts'
import type { TicketDialogs as Dialogs } from './use-ticket-dialogs.ts'

const loadEdit = () => import('../form/edit-ticket-dialog.tsx')
const EditTicketDialog = lazyPart(loadEdit)
const loadMerge = () => import('./merge-dialog.tsx')
const MergeDialog = lazyPart(loadMerge)

/** Always there, so that what was typed in one survives closing it. */
export function TicketDialogs({ ticket, dialogs }: { ticket: Ticket; dialogs: Dialogs }) {
  const next = ticket.escalationLevel === 0 ? 'the team’s manager' : 'the directors'
  return (
    <>
      <OpenedPart isOpen={dialogs.open === 'edit'} onClose={dialogs.hide} load={loadEdit}>
        <EditTicketDialog ticket={ticket} isOpen={dialogs.open === 'edit'} onClose={dialogs.hide} />
      </OpenedPart>
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
      <OpenedPart isOpen={dialogs.open === 'merge'} onClose={dialogs.hide} load={loadMerge}>
        <MergeDialog ticket={ticket} isOpen={dialogs.open === 'merge'} onClose={dialogs.hide} />
      </OpenedPart>
      <DeleteDialog ticket={ticket} isOpen={dialogs.open === 'delete'} onClose={dialogs.hide} />
    </>
  )
}

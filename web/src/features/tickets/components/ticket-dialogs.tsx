import type { Ticket } from '@physique57/contracts'
import { useState } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { escalate, reopen } from '../ticket-actions.ts'
import type { TicketDialogs as Dialogs } from '../use-ticket-dialogs.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'

const EditTicketDialog = lazyPart(() => import('./edit-ticket-dialog.tsx'))

/** Always there, so that what was typed in one survives closing it. */
export function TicketDialogs({ ticket, dialogs }: { ticket: Ticket; dialogs: Dialogs }) {
  const next = ticket.escalationLevel === 0 ? 'the team’s manager' : 'the directors'
  const [wasEdited, setEdited] = useState(false)
  if (dialogs.open === 'edit' && !wasEdited) setEdited(true)
  return (
    <>
      {wasEdited && (
        <Part
          onMissing={() => {
            dialogs.hide()
            sayMissing()
          }}
        >
          <EditTicketDialog ticket={ticket} isOpen={dialogs.open === 'edit'} onClose={dialogs.hide} />
        </Part>
      )}
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
      <MergeDialog ticket={ticket} isOpen={dialogs.open === 'merge'} onClose={dialogs.hide} />
      <DeleteDialog ticket={ticket} isOpen={dialogs.open === 'delete'} onClose={dialogs.hide} />
    </>
  )
}

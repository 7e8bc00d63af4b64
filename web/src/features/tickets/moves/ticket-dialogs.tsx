import type { Ticket } from '@physique57/contracts'
import { OpenedPart } from '../../../components/ui/opened-part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import type { TicketDialogs as Dialogs } from './use-ticket-dialogs.ts'

const loadEdit = () => import('../form/edit-ticket-dialog.tsx')
const EditTicketDialog = lazyPart(loadEdit)
const loadMerge = () => import('./merge-dialog.tsx')
const MergeDialog = lazyPart(loadMerge)
const loadQuestions = () => import('./ticket-questions.tsx')
const TicketQuestions = lazyPart(loadQuestions)

/** From their first opening on always there, so that what was typed in one survives closing it. */
export function TicketDialogs({ ticket, dialogs }: { ticket: Ticket; dialogs: Dialogs }) {
  const { open, hide } = dialogs
  return (
    <>
      <OpenedPart isOpen={open === 'edit'} onClose={hide} load={loadEdit}>
        <EditTicketDialog ticket={ticket} isOpen={open === 'edit'} onClose={hide} />
      </OpenedPart>
      <OpenedPart isOpen={open === 'merge'} onClose={hide} load={loadMerge}>
        <MergeDialog ticket={ticket} isOpen={open === 'merge'} onClose={hide} />
      </OpenedPart>
      <OpenedPart isOpen={open !== null && open !== 'edit' && open !== 'merge'} onClose={hide} load={loadQuestions}>
        <TicketQuestions ticket={ticket} dialogs={dialogs} />
      </OpenedPart>
    </>
  )
}

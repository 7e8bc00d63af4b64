import type { Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { useAuth } from '../../../stores/auth-store.ts'
import { assignableQuery } from '../../catalogue/api.ts'
import { ticketQueries } from '../../tickets/api.ts'
import AssignList from '../../tickets/moves/assign-list.tsx'
import { assignOptions } from '../../tickets/moves/assign-options.ts'
import { ReasonDialog } from '../../tickets/moves/reason-dialog.tsx'
import { ResolveDialog } from '../../tickets/moves/resolve-dialog.tsx'
import { type Assignment, reopen } from '../../tickets/moves/ticket-actions.ts'
import type { Question } from '../use-moves.ts'

interface MoveQuestionsProps {
  question: Question
  onAssign: (assignment: Assignment) => void
  onClose: () => void
}

/** What has to be known before a drop counts. Closed without an answer, the ticket goes back to where it was. */
export function MoveQuestions({ question, onAssign, onClose }: MoveQuestionsProps) {
  const { data: ticket } = useQuery(ticketQueries.detail(question.ticket.id))
  if (!ticket) return null
  switch (question.verb) {
    case 'assign':
      return <AssignQuestion ticket={ticket} onAssign={onAssign} onClose={onClose} />
    case 'resolve':
      return <ResolveDialog ticket={ticket} isOpen onClose={onClose} />
    case 'reopen':
      return (
        <ReasonDialog
          ticket={ticket}
          action={reopen}
          verb="Reopen"
          explanation="It becomes open again and gets a full new resolution clock."
          isOpen
          onClose={onClose}
        />
      )
  }
}

interface AssignQuestionProps extends Pick<MoveQuestionsProps, 'onAssign' | 'onClose'> {
  ticket: Ticket
}

/** People only: a ticket in a queue is nobody's, and so not assigned. */
function AssignQuestion({ ticket, onAssign, onClose }: AssignQuestionProps) {
  const me = useAuth((auth) => auth.user)
  const { data: assignable } = useQuery(assignableQuery())
  if (!me) return null
  const options = assignOptions(ticket, me, assignable).filter(
    ({ group, value }) => group !== 'Teams' && value !== 'none',
  )
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Assign ${ticket.key}`}>
      <AssignList options={options} onChoose={({ assignment }) => onAssign(assignment)} />
    </Dialog>
  )
}

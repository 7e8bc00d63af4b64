import type { Id, Ticket } from '@physique57/contracts'
import { UserRoundX } from 'lucide-react'
import { ButtonLink } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { NotFound } from '../../../components/ui/not-found.tsx'
import { useResponse } from '../thread/use-response.ts'
import { useAllUnsentWords } from '../unsent-words.ts'
import { KeptText } from './kept-text.tsx'

interface TicketGoneProps {
  ticketId: Id
  /** As it was a moment ago, when it could still be seen. */
  last: Ticket | undefined
}

/** A ticket that is not there, or no longer: what was being written about it is. */
export function TicketGone({ ticketId, last }: TicketGoneProps) {
  const { unsent, discard } = useResponse({ id: ticketId }, { onSending: () => {}, onRefused: () => {} })
  const [typed, discardTyped] = useAllUnsentWords(ticketId)
  return (
    <div className="min-h-0 overflow-y-auto">
      {last ? (
        <EmptyState
          heading="h1"
          icon={UserRoundX}
          title={`${last.key} is no longer yours to see`}
          actions={<ButtonLink to="/tickets">Go to tickets</ButtonLink>}
        >
          <p>
            “{last.title}” was given to others, or deleted, while you had it open. If you still need it, ask{' '}
            {last.team ? `the lead of ${last.team.name}` : 'a manager'} to add you.
          </p>
        </EmptyState>
      ) : (
        <NotFound what="ticket" />
      )}
      <div className="mx-auto grid max-w-[560px] gap-3 px-4 pb-6">
        <KeptText text={unsent} onDiscard={discard} />
        <KeptText text={typed} onDiscard={discardTyped} />
      </div>
    </div>
  )
}

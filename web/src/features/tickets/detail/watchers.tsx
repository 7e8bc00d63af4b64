import { type PersonRef, type Ticket, tickets } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Eye, EyeOff, UserRoundPlus, X } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { messageOf } from '../../../lib/problem.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { PersonLink } from '../../people/components/person-link.tsx'
import { watch } from '../moves/ticket-actions.ts'
import { useTicketAction } from '../moves/use-ticket-action.ts'
import { Section } from '../section.tsx'
import { refreshAfterChange } from '../ticket-cache.ts'
import type { ShareProps } from './find-colleague.tsx'

const FindColleague = lazyPart(() => import('./find-colleague.tsx'))

/** Who follows a ticket without working on it; oneself, and whoever it is shared with. */
export function Watchers({ ticket }: { ticket: Ticket }) {
  const me = useAuth((auth) => auth.user)
  const watching = useTicketAction(ticket, watch)
  const leaving = useUnwatch(ticket)
  if (!me) return null
  const isWatching = ticket.watchers.some(({ id }) => id === me.id)
  return (
    <Section title="Watchers" note={ticket.watchers.length > 0 ? String(ticket.watchers.length) : undefined}>
      {ticket.watchers.length === 0 && (
        <p className="text-ink-3 text-sm touch:text-base">Nobody but those it concerns anyway.</p>
      )}
      <ul className="grid">
        {ticket.watchers.map((person) => (
          <li key={person.id} className="flex min-h-8 items-center gap-2 text-sm touch:min-h-11 touch:text-lg">
            <Avatar person={person} size={20} />
            <span className="min-w-0 flex-1">
              <PersonLink person={person} />
            </span>
            {ticket.can.share && person.id !== me.id && (
              <IconButton
                icon={X}
                size="sm"
                label={`No longer share with ${person.name}`}
                onClick={() => leaving.mutate(person)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        {isWatching ? (
          <Button icon={EyeOff} busy={leaving.isPending} onClick={() => leaving.mutate(me)}>
            Stop watching
          </Button>
        ) : (
          <Button icon={Eye} busy={watching.isPending} onClick={() => watching.mutate({ id: me.id, name: me.name })}>
            Watch
          </Button>
        )}
        {ticket.can.share && <Share ticket={ticket} onShare={(person) => watching.mutate(person)} />}
      </div>
    </Section>
  )
}

function Share({ ticket, onShare }: ShareProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button icon={UserRoundPlus} onClick={() => setOpen(true)}>
        Share
      </Button>
    )
  }
  const share = (person: PersonRef) => {
    setOpen(false)
    onShare(person)
  }
  const giveUp = () => {
    setOpen(false)
    sayMissing()
  }
  return (
    <Part onMissing={giveUp}>
      <FindColleague ticket={ticket} onShare={share} />
    </Part>
  )
}

/** Taking somebody off; who saw it only as a watcher then sees it no longer, so the ticket may be gone. */
function useUnwatch(ticket: Ticket) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id: userId }: PersonRef) => call(tickets.unwatch, { params: { id: ticket.id, userId } }),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => refreshAfterChange(client, ticket.id),
  })
}

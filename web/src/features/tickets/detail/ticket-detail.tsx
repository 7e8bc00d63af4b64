import type { ResponseKind, Ticket } from '@physique57/contracts'
import { useRef, useState } from 'react'
import { MainPart } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { isPhoneNow, useIsPhone } from '../../../lib/media.ts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { TicketDialogs } from '../moves/ticket-dialogs.tsx'
import { useTicketDialogs } from '../moves/use-ticket-dialogs.ts'
import { Composer } from '../thread/composer.tsx'
import { useResponse } from '../thread/use-response.ts'
import { KeptText } from './kept-text.tsx'
import { TicketDesk } from './ticket-desk.tsx'
import { TicketDetailSkeleton } from './ticket-detail-skeleton.tsx'

const loadPhone = () => import('./ticket-phone.tsx')
const TicketPhone = lazyPart(loadPhone)
// While the ticket itself is on its way.
if (isPhoneNow()) void loadPhone().catch(() => undefined)

/** One ticket: what it is, what can be done, what was said and what happened. */
export function TicketDetail({ ticket }: { ticket: Ticket }) {
  const isPhone = useIsPhone()
  const dialogs = useTicketDialogs()
  const composer = useRef<HTMLTextAreaElement>(null)
  const threadEnd = useRef<HTMLDivElement>(null)
  const [isWriting, setWriting] = useState(false)
  const response = useResponse(ticket, {
    onSending: () => {
      setWriting(false)
      // After the new message has been drawn.
      requestAnimationFrame(() => threadEnd.current?.scrollIntoView({ block: 'end' }))
    },
    onRefused: () => setWriting(true),
  })
  const write = (kind: ResponseKind) => {
    response.setKind(kind)
    setWriting(true)
    composer.current?.focus()
  }
  useShortcuts([
    { keys: 'R', label: 'Reply to client', group: 'Ticket', run: () => write('reply'), disabled: !ticket.can.respond },
    { keys: 'E', label: 'Edit', group: 'Ticket', run: () => dialogs.show('edit'), disabled: !ticket.can.editDetails },
    { keys: 'N', label: 'Internal note', group: 'Ticket', run: () => write('note'), disabled: !ticket.can.respond },
  ])
  const Layout = isPhone ? TicketPhone : TicketDesk

  return (
    <>
      <MainPart fallback={<TicketDetailSkeleton />}>
        <Layout
          ticket={ticket}
          dialogs={dialogs}
          composer={
            ticket.can.respond ? (
              <Composer ticket={ticket} response={response} input={composer} />
            ) : (
              <KeptText text={response.unsent} onDiscard={response.discard} />
            )
          }
          writing={{
            isOpen: isWriting,
            start: write,
            stop: () => setWriting(false),
            kind: response.kind,
            body: response.body,
          }}
          outgoing={response.outgoing}
          threadEnd={threadEnd}
        />
      </MainPart>
      <TicketDialogs ticket={ticket} dialogs={dialogs} />
    </>
  )
}

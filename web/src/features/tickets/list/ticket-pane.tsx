import type { Id } from '@physique57/contracts'
import { Maximize2, X } from 'lucide-react'
import { useRef } from 'react'
import { ButtonLink, IconButton } from '../../../components/ui/button.tsx'
import { useUi } from '../../../stores/ui-store.ts'
import { OpenTicket } from '../detail/open-ticket.tsx'
import { PaneEdge } from './pane-edge.tsx'

interface TicketPaneProps {
  ticketId: Id
  onClose: () => void
}

/** The ticket beside its list; where there is no room for both, over it. */
export default function TicketPane({ ticketId, onClose }: TicketPaneProps) {
  const width = useUi((ui) => ui.paneWidth)
  const pane = useRef<HTMLElement>(null)
  return (
    <>
      <PaneEdge />
      <aside
        ref={pane}
        id="ticket-pane"
        tabIndex={-1}
        aria-label="Ticket beside the list"
        style={{ width }}
        className="flex min-h-0 max-w-full flex-none flex-col bg-surface outline-none max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:border-line-strong max-xl:border-l max-xl:shadow-overlay"
      >
        <div className="flex h-(--bar) flex-none items-center justify-end gap-1 border-line border-b px-2">
          <ButtonLink to="/tickets/$ticketId" params={{ ticketId }} variant="ghost" size="sm" icon={Maximize2}>
            Open its page
          </ButtonLink>
          <IconButton icon={X} label="Close" shortcut="Esc" size="sm" onClick={onClose} />
        </div>
        <OpenTicket ticketId={ticketId} />
      </aside>
    </>
  )
}

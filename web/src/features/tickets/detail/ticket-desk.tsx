import type { ResponseKind, Ticket } from '@physique57/contracts'
import type { ReactNode, RefObject } from 'react'
import { ActionBar } from '../moves/action-bar.tsx'
import type { TicketDialogs } from '../moves/use-ticket-dialogs.ts'
import { Section } from '../section.tsx'
import { Thread } from '../thread/thread.tsx'
import type { useResponse } from '../thread/use-response.ts'
import { Activity } from './activity.tsx'
import { AssignmentWhy } from './assignment-why.tsx'
import { ClientPanel } from './client-panel.tsx'
import { ClockBoxes } from './clock-boxes.tsx'
import { MergedFrom } from './merged-from.tsx'
import { Presence } from './presence.tsx'
import { RelatedTickets } from './related-tickets.tsx'
import { TicketAnswers } from './ticket-answers.tsx'
import { TicketFacts } from './ticket-facts.tsx'
import { TicketHead } from './ticket-head.tsx'
import { TicketOutcome } from './ticket-outcome.tsx'
import { TicketWords } from './ticket-words.tsx'
import { Watchers } from './watchers.tsx'

export interface TicketLayoutProps {
  ticket: Ticket
  dialogs: TicketDialogs
  composer: ReactNode
  /** On a phone one writes in a sheet of its own. */
  writing: {
    isOpen: boolean
    kind: ResponseKind
    body: string
    start: (kind: ResponseKind) => void
    stop: () => void
  }
  /** What was sent and has not arrived yet. */
  outgoing: ReturnType<typeof useResponse>['outgoing']
  threadEnd: RefObject<HTMLDivElement | null>
}

/** A ticket on a desk: report and thread to read, client and story beside them, or below where it stands beside a list. */
export function TicketDesk({ ticket, dialogs, composer, writing, outgoing, threadEnd }: TicketLayoutProps) {
  return (
    <div className="@container flex min-h-0 min-w-0 flex-1 flex-col">
      <article
        aria-label={`Ticket ${ticket.key}`}
        className="min-h-0 flex-1 @max-[800px]:overflow-y-auto @min-[800px]:grid @min-[800px]:grid-cols-[minmax(0,1fr)_360px]"
      >
        <div className="@min-[800px]:overflow-y-auto">
          <div className="mx-auto flex min-h-full max-w-[784px] flex-col @min-[600px]:px-4">
            <div className="grid gap-3 px-4 pt-4 pb-3">
              <TicketHead ticket={ticket} />
              <Presence ticketId={ticket.id} text={writing.body} />
              <ActionBar ticket={ticket} dialogs={dialogs} />
              <ClockBoxes ticket={ticket} />
            </div>
            <TicketFacts ticket={ticket} />
            <TicketWords ticket={ticket} />
            <TicketAnswers ticket={ticket} />
            <MergedFrom ticket={ticket} />
            <TicketOutcome ticket={ticket} />
            <Thread ticket={ticket} outgoing={outgoing} />
            <div ref={threadEnd} className="flex-1 scroll-mb-44" />
            {(ticket.can.respond || writing.body) && (
              <div className="sticky bottom-0 z-10 border-line-strong border-t bg-surface px-4 pt-2 pb-3">
                {composer}
              </div>
            )}
          </div>
        </div>
        <aside
          aria-label="About this ticket"
          className="border-line @max-[800px]:border-t @min-[800px]:overflow-y-auto @min-[800px]:border-l"
        >
          <div className="*:first:border-t-0 @max-[800px]:mx-auto @max-[800px]:max-w-[784px] @min-[768px]:@max-[800px]:px-4">
            <ClientPanel ticket={ticket} />
            <RelatedTickets ticket={ticket} />
            <Watchers ticket={ticket} />
            <AssignmentWhy ticket={ticket} />
            <Section title="Activity">
              <Activity ticket={ticket} />
            </Section>
          </div>
        </aside>
      </article>
    </div>
  )
}

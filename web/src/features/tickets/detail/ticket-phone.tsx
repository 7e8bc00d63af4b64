import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { Sheet } from '../../../components/ui/sheet.tsx'
import { TabPanel, Tabs } from '../../../components/ui/tabs.tsx'
import { ticketQueries } from '../api.ts'
import { useListPlace } from '../list/list-place.ts'
import { AssignMenu } from '../moves/assign-menu.tsx'
import { MoreMenu } from '../moves/more-menu.tsx'
import { PriorityMenu } from '../moves/priority-menu.tsx'
import { StatusMenu } from '../moves/status-menu.tsx'
import { kindLook } from '../thread/message-head.tsx'
import { Thread } from '../thread/thread.tsx'
import { Activity } from './activity.tsx'
import { AssignmentWhy } from './assignment-why.tsx'
import { ClientPanel } from './client-panel.tsx'
import { ClockBoxes } from './clock-boxes.tsx'
import { MergedFrom } from './merged-from.tsx'
import { PhoneMainAction } from './phone-main-action.tsx'
import { PhoneStatus } from './phone-status.tsx'
import { Presence } from './presence.tsx'
import { RelatedTickets } from './related-tickets.tsx'
import { TicketAnswers } from './ticket-answers.tsx'
import type { TicketLayoutProps } from './ticket-desk.tsx'
import { TicketFacts } from './ticket-facts.tsx'
import { TicketOutcome } from './ticket-outcome.tsx'
import { TicketWords } from './ticket-words.tsx'
import { Watchers } from './watchers.tsx'

type Tab = 'thread' | 'details' | 'activity'

/** The ticket on a phone: three tabs, and under the thumb what is done most. */
export default function TicketPhone({ ticket, dialogs, composer, writing, outgoing, threadEnd }: TicketLayoutProps) {
  const [tab, setTab] = useState<Tab>('thread')
  // a link to a message leads to where messages are
  const hash = useLocation({ select: (location) => location.hash })
  const [followed, setFollowed] = useState(hash)
  if (hash !== followed) {
    setFollowed(hash)
    setTab('thread')
  }
  const [isAssigning, setAssigning] = useState(false)
  const search = useListPlace((place) => place.search)
  const responses = useInfiniteQuery(ticketQueries.responses(ticket.id))

  return (
    <article aria-label={`Ticket ${ticket.key}`} className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={ticket.key}
        back={<BackLink to="/tickets" search={search} label="Back to the tickets" crumb="Tickets" />}
        actions={<MoreMenu ticket={ticket} dialogs={dialogs} isPhone />}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid gap-2 px-4 py-3">
          <h2 className="text-pretty font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{ticket.title}</h2>
          <PhoneStatus ticket={ticket} />
          <Presence ticketId={ticket.id} text={writing.body} />
        </div>
        <Tabs
          label="Parts of the ticket"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'thread', label: 'Thread', count: responses.data?.pages[0]?.total },
            { value: 'details', label: 'Details' },
            { value: 'activity', label: 'Activity' },
          ]}
        >
          <TabPanel value="thread">
            <TicketWords ticket={ticket} />
            <MergedFrom ticket={ticket} />
            <TicketOutcome ticket={ticket} />
            <Thread ticket={ticket} outgoing={outgoing} />
            <div ref={threadEnd} />
          </TabPanel>
          <TabPanel value="details">
            <div className="px-4 py-3">
              <ClockBoxes ticket={ticket} />
              <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
                <StatusMenu ticket={ticket} dialogs={dialogs} />
                <PriorityMenu ticket={ticket} />
              </div>
            </div>
            <TicketFacts ticket={ticket} />
            <TicketAnswers ticket={ticket} />
            <ClientPanel ticket={ticket} />
            <RelatedTickets ticket={ticket} />
            <Watchers ticket={ticket} />
            <AssignmentWhy ticket={ticket} />
          </TabPanel>
          <TabPanel value="activity" className="px-4 py-3">
            <Activity ticket={ticket} />
          </TabPanel>
        </Tabs>
      </div>
      <footer className="flex flex-none items-center gap-2 border-line-strong border-t bg-surface px-3 pt-2 pb-[max(12px,env(safe-area-inset-bottom))]">
        {tab === 'thread' && ticket.can.respond && (
          <>
            <IconButton icon={Lock} label="Internal note" variant="outline" onClick={() => writing.start('note')} />
            <button
              type="button"
              onClick={() => writing.start('reply')}
              className="h-11 min-w-0 flex-1 rounded-lg border border-control px-4 text-left text-ink-3 text-lg"
            >
              <span className="clip block">{writing.body ? `Draft: ${writing.body}` : 'Reply to client'}</span>
            </button>
          </>
        )}
        {tab !== 'thread' && (!ticket.can.take || ticket.can.resolve) && (
          <AssignMenu ticket={ticket} isOpen={isAssigning} onOpenChange={setAssigning} className="flex-1!" />
        )}
        <PhoneMainAction ticket={ticket} dialogs={dialogs} isWide={tab !== 'thread'} />
      </footer>
      <Sheet open={writing.isOpen} onOpenChange={(open) => !open && writing.stop()} title={kindLook[writing.kind].word}>
        <div className="p-4">{composer}</div>
      </Sheet>
    </article>
  )
}

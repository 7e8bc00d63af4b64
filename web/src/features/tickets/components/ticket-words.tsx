import type { Ticket } from '@physique57/contracts'
import { Markdown } from './markdown.tsx'
import { Section } from './section.tsx'

/** The report as it was written down, and what was done at once. */
export function TicketWords({ ticket }: { ticket: Ticket }) {
  return (
    <>
      {ticket.description && (
        <Section title="Description">
          <Markdown text={ticket.description} />
        </Section>
      )}
      {ticket.actionTaken && (
        <Section title="Action taken on the spot">
          <Markdown text={ticket.actionTaken} />
        </Section>
      )}
    </>
  )
}

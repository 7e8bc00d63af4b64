import type { Ticket } from '@physique57/contracts'
import { Attachments } from '../../files/components/attachments.tsx'
import { Section } from '../section.tsx'
import { Markdown } from '../thread/markdown.tsx'
import { filesBesideAnswers } from './answered-files.ts'

/** The report as it was written down, and what was done at once. */
export function TicketWords({ ticket }: { ticket: Ticket }) {
  const files = filesBesideAnswers(ticket)
  return (
    <>
      {ticket.description && (
        <Section title="Description">
          <Markdown text={ticket.description} />
        </Section>
      )}
      {files.length > 0 && (
        <Section title="Photos and files">
          <Attachments ticketId={ticket.id} files={files} />
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

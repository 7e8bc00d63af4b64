import type { Ticket } from '@physique57/contracts'
import { Time } from '../../../components/ui/time.tsx'
import { Section } from '../section.tsx'
import { Markdown } from '../thread/markdown.tsx'

/** How it was resolved and whether the client knows. */
export function TicketOutcome({ ticket: { outcome } }: { ticket: Ticket }) {
  if (!outcome) return null
  return (
    <Section title="Outcome">
      <Markdown text={outcome.note} />
      <p className="mt-1 text-ink-2 text-sm touch:text-base">
        {outcome.clientInformed
          ? `The client was informed${outcome.clientInformedHow ? `: ${outcome.clientInformedHow}` : ''}.`
          : 'The client has not been informed yet.'}{' '}
        {outcome.by && <>{outcome.by.name}, </>}
        <Time at={outcome.at} format="short" />
      </p>
    </Section>
  )
}

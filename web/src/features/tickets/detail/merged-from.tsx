import type { Ticket } from '@physique57/contracts'
import { Button } from '../../../components/ui/button.tsx'
import { useUnmerge } from '../moves/use-unmerge.ts'
import { Section } from '../section.tsx'

/** The tickets that were merged into this one, each with the way back; or that this one was merged out of sight. */
export function MergedFrom({ ticket }: { ticket: Ticket }) {
  const unmerging = useUnmerge()
  if (ticket.mergedInto) {
    return (
      <Section title="Merged">
        <p className="text-ink-2 text-sm touch:text-base">
          It was merged into a ticket that is not yours to see. If you still need it, ask a manager.
        </p>
      </Section>
    )
  }
  if (ticket.mergedFrom.length === 0) return null
  return (
    <Section title="Merged into this" note={String(ticket.mergedFrom.length)}>
      <ul className="grid gap-1">
        {ticket.mergedFrom.map(({ id, key, title }) => (
          <li key={id} className="flex min-h-8 min-w-0 items-center gap-2 text-sm touch:min-h-11 touch:text-lg">
            <span className="num flex-none text-ink-3">{key}</span>
            <span className="clip min-w-0 flex-1" title={title}>
              {title}
            </span>
            {ticket.can.merge && (
              <Button
                size="sm"
                aria-label={`Unmerge ${key}`}
                busy={unmerging.isPending && unmerging.variables === id}
                onClick={() => unmerging.mutate(id)}
              >
                Unmerge
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

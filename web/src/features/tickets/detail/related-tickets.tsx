import type { RelatedBecause, RelatedTicket, Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { mergeQueries } from '../moves/merge-api.ts'
import { Section } from '../section.tsx'
import { Status } from '../status.tsx'

/** Tickets that are probably about the same thing or person. */
export function RelatedTickets({ ticket }: { ticket: Ticket }) {
  const { data, error, refetch, isPending } = useQuery(mergeQueries.related(ticket.id))
  return (
    <Section title="Related" note={data && data.length > 0 ? String(data.length) : undefined}>
      {isPending ? (
        <Loading label="Looking for related tickets" className="grid h-24 content-start gap-3">
          <Skeleton className="w-64" />
          <Skeleton className="w-40" />
        </Loading>
      ) : error ? (
        <ErrorState title="Related tickets could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="text-ink-3 text-sm touch:text-base">Nothing like it has been logged in half a year.</p>
      ) : (
        <ul className="-mx-2">
          {data.map((other) => (
            <li key={other.id}>
              <RelatedLink ticket={other} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function RelatedLink({ ticket }: { ticket: RelatedTicket }) {
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      className="grid gap-0.5 rounded-lg px-2 py-1.5 -outline-offset-2 outline-focus hover:bg-hover focus-visible:outline-2 touch:min-h-11"
    >
      <span className="flex min-w-0 items-baseline gap-1.5 text-sm touch:text-lg">
        <span className="num flex-none text-ink-3">{ticket.key}</span>
        <span className="clip min-w-0" title={ticket.title}>
          {ticket.title}
        </span>
      </span>
      <span className="flex min-w-0 items-start gap-2 text-ink-3 text-xs touch:text-sm">
        <Status status={ticket.status} className="flex-none text-xs! touch:text-sm!" />
        <span className="min-w-0 flex-1 text-pretty">{because(ticket)}</span>
        <Time at={ticket.createdAt} className="num flex-none whitespace-nowrap" />
      </span>
    </Link>
  )
}

const words: Record<RelatedBecause, string> = {
  same_client: 'same client',
  same_place: 'same kind and studio',
  same_words: 'same words',
}

/** "Same client, same words". */
export function because({ because }: RelatedTicket): string {
  const said = because.map((each) => words[each]).join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

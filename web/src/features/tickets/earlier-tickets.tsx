import type { ClientMatch, Id } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../components/ui/button.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { formatNumber } from '../../lib/format.ts'
import { ticketQueries } from './api.ts'
import { TicketLines } from './ticket-lines.tsx'

interface EarlierTicketsProps {
  client: Pick<ClientMatch, 'id' | 'name'>
  /** Before one of them is opened. */
  onOpen?: () => void
  /** The ticket one is looking at anyway. */
  except?: Id
}

/** What this client reported before, as far as one may see it. */
export function EarlierTickets({ client, onOpen, except }: EarlierTicketsProps) {
  const { data, isError, refetch } = useQuery(ticketQueries.ofClient(client.id))
  const shown = data?.items.filter(({ id }) => id !== except) ?? []
  const total = (data?.total ?? 0) - (except ? 1 : 0)
  return (
    <section aria-label="Earlier tickets" className="grid gap-1.5">
      <h3 className="font-semibold text-sm touch:text-lg">
        Earlier tickets {data && <span className="num font-normal text-ink-3">{formatNumber(total)}</span>}
      </h3>
      {data ? (
        <>
          {total === 0 && <p className="text-ink-3 text-sm touch:text-base">None that you can see.</p>}
          {total > 0 && <TicketLines tickets={shown} onOpen={onOpen} />}
          {total > shown.length && (
            <Link
              to="/tickets"
              search={{ view: 'all', clientId: client.id }}
              onClick={() => onOpen?.()}
              className={`${textLinkClass} flex items-center justify-self-start text-sm touch:min-h-11 touch:text-base`}
            >
              All {formatNumber(data.total)} tickets of {client.name}
            </Link>
          )}
        </>
      ) : isError ? (
        <p className="flex flex-wrap items-center gap-2 text-ink-2 text-sm touch:text-base">
          They could not be loaded.
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : (
        <Loading label="Loading earlier tickets">
          <div className="grid gap-4 py-2.5">
            {['w-40', 'w-52', 'w-36'].map((width) => (
              <Skeleton key={width} className={width} />
            ))}
          </div>
        </Loading>
      )}
    </section>
  )
}

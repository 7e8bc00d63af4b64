import type { Team } from '@physique57/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { UsersRound } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { formatNumber } from '../../lib/format.ts'
import { Fact, Facts, Section } from '../tickets/section.tsx'
import { peopleQueries } from './api.ts'
import { MemberList } from './components/member-list.tsx'
import { OpenTickets } from './components/open-tickets.tsx'
import { PeopleFrame } from './components/people-frame.tsx'
import { PeopleHead } from './components/people-head.tsx'
import { PersonLink } from './components/person-link.tsx'

const route = getRouteApi('/app/teams/$teamId')

/** Who works together, who leads them, and what is open with them as far as the reader may see it. */
export function TeamPage() {
  const { teamId } = route.useParams()
  const { data: team, error, isPending, refetch } = useQuery(peopleQueries.team(teamId))
  useDocumentTitle(team?.name ?? 'Team')
  return (
    <PeopleFrame what="Team" state={{ isPending, error, onRetry: () => void refetch() }}>
      {team && <TeamView key={team.id} team={team} />}
    </PeopleFrame>
  )
}

function TeamView({ team }: { team: Team }) {
  return (
    <article aria-label={team.name}>
      <PeopleHead
        mark={
          <span className="grid size-10 flex-none place-items-center rounded-lg bg-stone-tint text-ink-2">
            <UsersRound aria-hidden="true" className="size-5" strokeWidth={1.75} />
          </span>
        }
        name={team.name}
        note={team.memberCount === 1 ? '1 person' : `${formatNumber(team.memberCount)} people`}
      />
      {(team.lead || team.manager) && (
        <div className="border-line border-t px-4 py-3 touch:py-0">
          <Facts>
            {team.lead && (
              <Fact name="Lead">
                <PersonLink person={team.lead} />
              </Fact>
            )}
            {team.manager && (
              <Fact name="Manager">
                <PersonLink person={team.manager} />
              </Fact>
            )}
          </Facts>
        </div>
      )}
      <Members team={team} />
      <TicketsOfTeam team={team} />
    </article>
  )
}

function Members({ team }: { team: Team }) {
  const query = useInfiniteQuery(peopleQueries.members(team.id))
  const members = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Section title="Members">
      {query.isPending ? (
        <Loading label="Members are loading" className="grid gap-x-4 md:grid-cols-2 lg:grid-cols-3">
          {Array.from({ length: Math.min(team.memberCount, 9) }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <div key={index} className="flex h-11 items-center gap-2.5 px-2">
              <Skeleton className="size-7! rounded-full!" />
              <Skeleton className="w-2/5" />
            </div>
          ))}
        </Loading>
      ) : !query.data ? (
        <ErrorState title="The members could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : members.length === 0 ? (
        <EmptyState icon={UsersRound} title="Nobody is in this team yet">
          <p>Tickets for it wait in its queue until somebody joins. An admin can add people.</p>
        </EmptyState>
      ) : (
        <div className="-mx-2">
          <MemberList team={team} members={members} />
          {query.hasNextPage && (
            <div className="grid justify-items-center pt-2">
              <Button variant="ghost" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show more people
              </Button>
            </div>
          )}
        </div>
      )}
    </Section>
  )
}

function TicketsOfTeam({ team }: { team: Team }) {
  const query = useInfiniteQuery(peopleQueries.ticketsOfTeam(team.id))
  const first = query.data?.pages[0]
  return (
    <section aria-label="Open tickets" className="border-line border-t">
      <h2 className="px-4 pt-3 pb-1.5 font-semibold text-sm touch:text-lg">
        Open tickets{' '}
        {first && (
          <span className="num font-normal text-ink-3">
            {formatNumber(first.total)}
            {first.totalIsCapped && '+'}
          </span>
        )}
      </h2>
      <OpenTickets
        query={query}
        question={team.id}
        empty={{
          title: 'No open tickets here',
          text: 'Nothing of this team is open that you can see. Tickets you do not work with are not shown.',
        }}
      />
    </section>
  )
}

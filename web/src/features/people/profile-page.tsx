import { roleLabel, type User } from '@physique57/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Avatar } from '../../components/ui/avatar.tsx'
import { Badge } from '../../components/ui/badge.tsx'
import { TabPanel, Tabs } from '../../components/ui/tabs.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useAuth, useTimeZone } from '../../stores/auth-store.ts'
import { Fact, Facts } from '../tickets/section.tsx'
import { peopleQueries, type Relation } from './api.ts'
import { Availability } from './components/availability.tsx'
import { OpenTickets } from './components/open-tickets.tsx'
import { PeopleFrame } from './components/people-frame.tsx'
import { PeopleHead } from './components/people-head.tsx'
import { TeamLink } from './components/person-link.tsx'

const route = getRouteApi('/app/people/$userId')

/** Who somebody is, and what they have on their hands as far as the reader may see it. */
export function ProfilePage() {
  const { userId } = route.useParams()
  const { data: user, error, isPending, refetch } = useQuery(peopleQueries.user(userId))
  useDocumentTitle(user?.name ?? 'Profile', 'Profile')
  return (
    <PeopleFrame what="Profile" state={{ isPending, error, onRetry: () => void refetch() }}>
      {user && <Profile key={user.id} user={user} />}
    </PeopleFrame>
  )
}

function Profile({ user }: { user: User }) {
  const isMe = useIsMe(user)
  return (
    <article aria-label={user.name}>
      <PeopleHead
        mark={<Avatar person={user} size={40} decorative />}
        name={user.name}
        note={[user.details && roleLabel[user.details.role], user.team?.name].filter(Boolean).join(', ') || 'No team'}
        badge={isMe && <Badge>You</Badge>}
      />
      <ProfileFacts user={user} />
      <TicketsOfUser user={user} />
    </article>
  )
}

const useIsMe = ({ id }: User): boolean => useAuth((state) => state.user?.id === id)

function ProfileFacts({ user }: { user: User }) {
  const ownZone = useTimeZone()
  const isMe = useIsMe(user)
  const { team, details } = user
  if (!team && !details) return null
  return (
    <div className="border-line border-t px-4 py-3 touch:py-0">
      <Facts>
        {team && (
          <Fact name="Team">
            <TeamLink team={team} />
          </Fact>
        )}
        {details && (
          <>
            <Fact name="Availability">
              <Availability details={details} />
              {details.status === 'active' &&
                details.availability === 'away' &&
                `The rules give ${isMe ? 'you' : 'them'} no tickets`}
            </Fact>
            <Fact name="E-mail">
              <a
                href={`mailto:${details.email}`}
                className={`${textLinkClass} inline-flex items-center touch:my-1 touch:min-h-11`}
              >
                {details.email}
              </a>
            </Fact>
            {details.timeZone !== ownZone && <Fact name="Time zone">{details.timeZone.replaceAll('_', ' ')}</Fact>}
          </>
        )}
      </Facts>
    </div>
  )
}

type Words = Record<Relation, { title: string; text: string }>

const ownEmpty: Words = {
  assigned: {
    title: 'No open tickets of yours',
    text: 'What is assigned to you stands here until it is resolved.',
  },
  reported: {
    title: 'Nothing open that you reported',
    text: 'What you log stands here until it is resolved.',
  },
}

const empty: Words = {
  assigned: {
    title: 'No open tickets here',
    text: 'Nothing open is assigned to them that you can see. Tickets you do not work with are not shown.',
  },
  reported: {
    title: 'Nothing open that they reported',
    text: 'What they logged is resolved, or belongs to people you do not work with.',
  },
}

function TicketsOfUser({ user }: { user: User }) {
  const [relation, setRelation] = useState<Relation>('assigned')
  const assigned = useInfiniteQuery(peopleQueries.ticketsOfUser(user.id, 'assigned'))
  const reported = useInfiniteQuery(peopleQueries.ticketsOfUser(user.id, 'reported'))
  const query = { assigned, reported }[relation]
  const isMe = useIsMe(user)
  return (
    <section aria-label="Open tickets" className="border-line border-t">
      <h2 className="px-4 pt-3 font-semibold text-sm touch:text-lg">Open tickets</h2>
      <Tabs
        label="Which open tickets"
        value={relation}
        onChange={setRelation}
        tabs={[
          { value: 'assigned', label: 'Assigned', count: assigned.data?.pages[0]?.total },
          { value: 'reported', label: 'Reported', count: reported.data?.pages[0]?.total },
        ]}
      >
        <TabPanel value={relation}>
          <OpenTickets
            key={relation}
            query={query}
            question={`${user.id} ${relation}`}
            empty={(isMe ? ownEmpty : empty)[relation]}
          />
        </TabPanel>
      </Tabs>
    </section>
  )
}

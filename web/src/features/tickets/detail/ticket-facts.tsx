import { clientMoodLabel, sourceLabel, type Ticket } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Badge } from '../../../components/ui/badge.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { PersonLink, TeamLink } from '../../people/components/person-link.tsx'
import { Priority } from '../priority.tsx'
import { Fact, Facts } from '../section.tsx'
import { Status } from '../status.tsx'
import { TicketTags } from './ticket-tags.tsx'

/** What is true of every ticket. */
export function TicketFacts({ ticket }: { ticket: Ticket }) {
  return (
    <div className="border-line border-t px-4 py-3 touch:border-t-0 touch:py-0">
      <Facts isWide>
        <Fact name="Status">
          <Status status={ticket.status} />
        </Fact>
        <Fact name="Priority">
          <Priority priority={ticket.priority} />
        </Fact>
        <Fact name="Assignee">
          <Avatar person={ticket.assignee} size={20} />
          {ticket.assignee ? <PersonLink person={ticket.assignee} /> : 'Nobody yet'}
        </Fact>
        <Fact name="Team">{ticket.team ? <TeamLink team={ticket.team} /> : 'None'}</Fact>
        <Fact name="Studio">{ticket.studio.name}</Fact>
        <Fact name="Reported by">
          <PersonLink person={ticket.reporter} />
        </Fact>
        <Fact name="Reported">
          <Time at={ticket.createdAt} format="short" />
        </Fact>
        {ticket.occurredAt && (
          <Fact name="Happened">
            <Time at={ticket.occurredAt} format="short" />
          </Fact>
        )}
        {ticket.source && <Fact name="Source">{sourceLabel[ticket.source]}</Fact>}
        {ticket.clientMood && (
          <Fact name="Mood">
            <Badge tone={ticket.clientMood === 'angry' ? 'red' : ticket.clientMood === 'calm' ? 'green' : 'amber'}>
              {clientMoodLabel[ticket.clientMood]}
            </Badge>
          </Fact>
        )}
        {ticket.followUpAt && (
          <Fact name="Follow-up">
            <Time at={ticket.followUpAt} format="short" />
          </Fact>
        )}
        {ticket.escalationLevel > 0 && (
          <Fact name="Escalated">
            <Badge tone="red">Level {ticket.escalationLevel}</Badge>
          </Fact>
        )}
        <Fact name="Tags" isLong>
          <TicketTags ticket={ticket} />
        </Fact>
      </Facts>
    </div>
  )
}

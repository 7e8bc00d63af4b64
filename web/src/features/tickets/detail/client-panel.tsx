import { clientStatusLabel, type Ticket } from '@physique57/contracts'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Badge } from '../../../components/ui/badge.tsx'
import { textLinkClass } from '../../../components/ui/text-link.ts'
import { EarlierTickets } from '../earlier-tickets.tsx'
import { Fact, Facts, Section } from '../section.tsx'

/** Who it is about, how to reach them, and what they reported before. */
export function ClientPanel({ ticket: { id, client } }: { ticket: Ticket }) {
  if (!client) {
    return (
      <Section title="Client">
        <p className="text-ink-3 text-sm touch:text-base">No client is named on this ticket.</p>
      </Section>
    )
  }
  return (
    <Section title="Client">
      <div className="mb-2 flex items-center gap-3">
        <Avatar person={client} size={40} />
        <div className="min-w-0 flex-1">
          <div className="font-semibold [overflow-wrap:anywhere]">{client.name}</div>
          {client.membershipNumber && <div className="text-ink-3 text-sm">Member {client.membershipNumber}</div>}
        </div>
      </div>
      <Facts>
        <Fact name="Membership">
          <Badge tone={client.status === 'existing_active' ? 'green' : 'stone'}>
            {clientStatusLabel[client.status]}
          </Badge>
        </Fact>
        {client.phone && (
          <Fact name="Phone">
            <a href={`tel:${client.phone.replace(/[^+\d]/g, '')}`} className={`${textLinkClass} touch:py-2.5`}>
              {client.phone}
            </a>
          </Fact>
        )}
        {client.email && (
          <Fact name="E-mail">
            <a href={`mailto:${client.email}`} className={`${textLinkClass} touch:py-2.5`}>
              {client.email}
            </a>
          </Fact>
        )}
      </Facts>
      <div className="mt-3">
        <EarlierTickets client={client} except={id} />
      </div>
    </Section>
  )
}

import { Command } from 'cmdk'
import { Clock, Ticket } from 'lucide-react'
import { useRecent } from '../recent.ts'
import { Item } from './item.tsx'

interface RecentItemsProps {
  onTicket: (ticketId: string) => void
  onSearch: (text: string) => void
}

export function RecentItems({ onTicket, onSearch }: RecentItemsProps) {
  const { tickets, searches } = useRecent()
  return (
    <>
      {tickets.length > 0 && (
        <Command.Group heading="Recent tickets">
          {tickets.map((ticket) => (
            <Item key={ticket.id} value={`recent ${ticket.id}`} icon={Ticket} onSelect={() => onTicket(ticket.id)}>
              <span className="num flex-none text-ink-3 text-sm">{ticket.key}</span>
              <span className="clip flex-1">{ticket.title}</span>
            </Item>
          ))}
        </Command.Group>
      )}
      {searches.length > 0 && (
        <Command.Group heading="Recent searches">
          {searches.map((text) => (
            <Item key={text} value={`search ${text}`} icon={Clock} onSelect={() => onSearch(text)}>
              <span className="clip flex-1">{text}</span>
            </Item>
          ))}
        </Command.Group>
      )}
    </>
  )
}

import type { SearchHit } from '@physique57/contracts'
import { Command } from 'cmdk'
import { ListFilter } from 'lucide-react'
import { Marked } from '../../../components/ui/marked.tsx'
import { StatusIcon } from '../../tickets/status.tsx'
import { Item } from './item.tsx'

interface FoundTicketsProps {
  text: string
  items: SearchHit[] | undefined
  /** Whether the items are the answer to the text as it stands. */
  isCurrent: boolean
  error: string | undefined
  onOpen: (ticketId: string) => void
  onShowAll: () => void
}

const whereFound = { description: 'Description', client: 'Client', response: 'Response', answer: 'Answer' }

export function FoundTickets({ text, items, isCurrent, error, onOpen, onShowAll }: FoundTicketsProps) {
  const isNowhere = isCurrent && items?.length === 0
  return (
    <Command.Group heading="Tickets">
      {items?.map((hit) => (
        <Item key={hit.id} value={`ticket ${hit.id}`} onSelect={() => onOpen(hit.id)}>
          <StatusIcon status={hit.status} />
          <span className="num flex-none text-ink-3 text-sm max-md:hidden">{hit.key}</span>
          <span className="grid min-w-0 flex-1">
            <span className="md:clip max-md:line-clamp-2">
              <Marked parts={hit.title} />
            </span>
            {hit.found && (
              <span className="clip text-ink-2 text-sm">
                <span className="text-ink-3">{whereFound[hit.found.in]}: </span>
                <Marked parts={hit.found.text} />
              </span>
            )}
            {/* the whole width is for the title, so that what was found in it is seen */}
            <span className="clip text-ink-3 text-sm md:hidden">
              <span className="num">{hit.key}</span>, {hit.studio}
            </span>
          </span>
          <span className="flex-none text-ink-3 text-sm max-md:hidden">{hit.studio}</span>
        </Item>
      ))}
      <p role="status" className="px-3 text-ink-2 empty:hidden">
        {error ?? (!isCurrent ? (items ? null : 'Searching …') : isNowhere ? 'No ticket says this.' : null)}
      </p>
      <Item value="all" icon={ListFilter} onSelect={onShowAll}>
        <span className="clip flex-1">
          {isNowhere ? 'Look in the list for' : 'See all results for'} “{text}”
        </span>
      </Item>
    </Command.Group>
  )
}

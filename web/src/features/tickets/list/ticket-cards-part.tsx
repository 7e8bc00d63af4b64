import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import type { TicketRowsData } from './ticket-table.tsx'

const Cards = lazyPart(() => import('./ticket-cards.tsx'))

/** A desk never loads them. */
export function TicketCards(props: TicketRowsData) {
  return (
    <Part>
      <Cards {...props} />
    </Part>
  )
}

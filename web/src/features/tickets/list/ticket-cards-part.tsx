import { MainPart } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { rowHeights } from './row-heights.ts'
import { TicketListSkeleton } from './ticket-list-skeleton.tsx'
import type { TicketRowsData } from './ticket-table.tsx'

const Cards = lazyPart(() => import('./ticket-cards.tsx'))

/** A desk never loads them. Until they are there they take their room, so that nothing below comes into sight. */
export function TicketCards(props: TicketRowsData) {
  return (
    <MainPart
      fallback={
        <div className="overflow-hidden" style={{ height: props.rows.length * rowHeights.card }}>
          <TicketListSkeleton />
        </div>
      }
    >
      <Cards {...props} />
    </MainPart>
  )
}

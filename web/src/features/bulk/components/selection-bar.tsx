import type { TicketFiltersSent } from '@physique57/contracts'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useSelection } from '../selection.ts'
import { useChoosing } from '../use-choosing.ts'

const BulkBar = lazyPart(() => import('./bulk-bar.tsx'))

/** What can be done to the selected tickets, as soon as there are any. */
export function SelectionBar(props: { filters: TicketFiltersSent; total: number }) {
  const { isChoosing } = useChoosing()
  const isSelecting = useSelection(({ ids }) => ids.length > 0) || isChoosing
  return (
    isSelecting && (
      <Part>
        <BulkBar {...props} />
      </Part>
    )
  )
}

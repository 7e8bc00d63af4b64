import type { TicketStatus, TicketSummary } from '@physique57/contracts'
import { useState } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { SelectionBar } from '../../bulk/components/selection-bar.tsx'
import type { TicketsLayoutProps } from '../../tickets/list/ticket-list.tsx'
import TicketListEmpty from '../../tickets/list/ticket-list-empty.tsx'
import { assign } from '../../tickets/moves/ticket-actions.ts'
import { filtersOf } from '../../tickets/ticket-search.ts'
import { withMoves } from '../columns.ts'
import { useColumns } from '../use-columns.ts'
import { useMoves } from '../use-moves.ts'
import { BoardFoot } from './board-foot.tsx'
import { BoardSkeleton } from './board-skeleton.tsx'
import { DragArea } from './drag-area.tsx'
import { DropTray } from './drop-tray.tsx'
import { Lanes } from './lanes.tsx'
import { MoveQuestions } from './move-questions.tsx'
import { PhoneLanes } from './phone-lanes.tsx'

/** Work first, then what is done. */
const statuses: readonly TicketStatus[] = [
  'new',
  'assigned',
  'in_progress',
  'pending',
  'reopened',
  'resolved',
  'closed',
]

/** The list's tickets in a column for each status; dragging one does what the status menu would. */
export default function TicketBoard({ search, onChange }: TicketsLayoutProps) {
  const { query, columns: fresh, isLoadingMore, loadMore } = useColumns(search)
  const { moves, move, question, settle, run } = useMoves()
  const [drag, setDrag] = useState<{ ticket: TicketSummary; y: number; columns: typeof fresh } | null>(null)
  const isPhone = useIsPhone()
  // while one ticket is carried the others keep still, whoever changes them
  const columns =
    drag?.columns ?? withMoves(fresh, moves).toSorted((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status))

  if (query.isPending) return <BoardSkeleton />
  if (!query.data)
    return <ErrorState error={query.error} title="The board could not be loaded" onRetry={() => void query.refetch()} />
  if (query.data.total === 0 && moves.size === 0) return <TicketListEmpty search={search} onChange={onChange} />

  const tickets = columns.flatMap(({ items }) => items)
  const shown = { columns, search, onMove: move, order: () => tickets.map(({ id }) => id), isLoadingMore, loadMore }
  return (
    <>
      <DragArea
        find={(id) => tickets.find((ticket) => ticket.id === id)}
        lifted={drag?.ticket}
        onLift={(ticket, y) => setDrag({ ticket, y, columns })}
        onLetGo={() => setDrag(null)}
        onDrop={move}
      >
        {isPhone ? <PhoneLanes {...shown} /> : <Lanes {...shown} statuses={statuses} lifted={drag?.ticket} />}
        {isPhone && drag && <DropTray lifted={drag.ticket} isAtTop={drag.y > window.innerHeight / 2} />}
      </DragArea>
      <SelectionBar filters={filtersOf(search)} total={query.data.total} />
      <BoardFoot {...query.data} />
      {question && (
        <MoveQuestions
          question={question}
          onClose={() => void settle()}
          onAssign={(assignment) => {
            void settle()
            run(question.ticket, question.to, assign, assignment)
          }}
        />
      )}
    </>
  )
}

import type { BulkOperation } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { formatDateTime, formatNumber } from '../../../lib/format.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { bulkQueries, isRunning, useBulkUndo } from '../api.ts'
import { showBulk } from '../bulk-store.ts'
import { changeInWords, counted, endInWords } from '../bulk-words.ts'

/** One's latest changes to many tickets: how far each is, what it refused, and the way back while there is one. */
export default function BulkLatest({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(bulkQueries.latest())
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Changes to many tickets"
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {data ? (
        data.length === 0 ? (
          <p>You have not changed several tickets at once yet. Select some in the list to begin.</p>
        ) : (
          <ul className="grid divide-y divide-line">
            {data.map((operation) => (
              <Line key={operation.id} operation={operation} />
            ))}
          </ul>
        )
      ) : error ? (
        <ErrorState title="They could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Your changes are loading">
          <Skeleton className="w-2/3" />
        </Loading>
      )}
    </Dialog>
  )
}

function Line({ operation }: { operation: BulkOperation }) {
  const { id, total, changed, refused, createdAt, undoableUntil } = operation
  const zone = useTimeZone()
  const undo = useBulkUndo()
  return (
    <li className="flex flex-wrap items-center gap-2 py-2">
      <div className="min-w-0 flex-1 basis-50">
        <div className="text-ink [overflow-wrap:anywhere]">
          {changeInWords(operation)}: {counted(total)}
        </div>
        <div className="num text-ink-3 text-sm touch:text-base">
          {formatDateTime(createdAt, zone)},{' '}
          {isRunning(operation)
            ? `${formatNumber(changed + refused)} of ${formatNumber(total)} so far`
            : endInWords(operation)}
        </div>
      </div>
      {refused > 0 && (
        <Button size="sm" onClick={() => showBulk(operation)}>
          See refused
        </Button>
      )}
      {undoableUntil && (
        <Button size="sm" busy={undo.isPending} onClick={() => undo.mutate(id)}>
          Undo
        </Button>
      )}
    </li>
  )
}

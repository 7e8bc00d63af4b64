import type { BulkOperation } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { bulkQueries, useBulkUndo } from '../api.ts'

/** Each ticket that was refused, and why. */
export default function BulkRefused({ operation, onClose }: { operation: BulkOperation; onClose: () => void }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    bulkQueries.refused(operation.id),
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const undo = useBulkUndo()
  const undoAll = () => {
    undo.mutate(operation.id)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${formatNumber(operation.refused)} of ${formatNumber(operation.total)} refused`}
      footer={
        <>
          {operation.undoableUntil && <Button onClick={undoAll}>Undo the others</Button>}
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {data ? (
        <ul className="grid gap-2">
          {items.map(({ ticket, reason }, index) => (
            <li key={ticket?.id ?? index} className="min-w-0">
              <div className="clip text-ink">
                {ticket ? `${ticket.key} ${ticket.title}` : 'A ticket that is no longer yours to see'}
              </div>
              <div>{reason}</div>
            </li>
          ))}
          {hasNextPage && (
            <li>
              <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            </li>
          )}
        </ul>
      ) : error ? (
        <ErrorState title="The reasons could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label="The reasons are loading">
          <Skeleton className="w-2/3" />
        </Loading>
      )}
    </Dialog>
  )
}

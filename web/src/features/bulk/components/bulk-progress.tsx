import type { BulkOperation } from '@physique57/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { bulkQueries, isRunning, useBulkUndo } from '../api.ts'

const BulkRefused = lazyPart(() => import('./bulk-refused.tsx'))

/** How far one's own changes to many tickets are. It can be left alone: coming back, one sees how far it got. */
export function BulkProgress() {
  const { data } = useQuery(bulkQueries.latest())
  const [shown, setShown] = useState<BulkOperation | null>(null)
  useWhatEnded(data, setShown)
  return (
    <>
      {data?.filter(isRunning).map((operation) => (
        <Running key={operation.id} operation={operation} />
      ))}
      {shown && (
        <Part onMissing={() => setShown(null)}>
          <BulkRefused operation={shown} onClose={() => setShown(null)} />
        </Part>
      )}
    </>
  )
}

function Running({ operation: { kind, total, changed, refused } }: { operation: BulkOperation }) {
  const done = changed + refused
  return (
    <div className="flex-none border-line border-t px-4 py-2">
      <div className="num mb-1 text-sm touch:text-base">
        {kind === 'undo' ? 'Taking back' : 'Changing'} {formatNumber(done)} of {formatNumber(total)}. You can go on
        working.
      </div>
      <progress
        aria-label={kind === 'undo' ? 'Taking back' : 'Changing tickets'}
        value={done}
        max={total}
        className="block h-1 w-full appearance-none overflow-hidden rounded-full bg-pressed [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-ink"
      />
    </div>
  )
}

/** Says how it ended: what ends while one looks on, and what was begun here and ended at once. */
function useWhatEnded(operations: BulkOperation[] | undefined, show: (operation: BulkOperation) => void): void {
  const client = useQueryClient()
  const undo = useBulkUndo()
  const known = useRef<Map<string, boolean>>(undefined)
  useEffect(() => {
    if (!operations) return
    const before = known.current
    known.current = new Map(operations.map((each) => [each.id, isRunning(each)]))
    // what had ended before one arrived is no news
    const ended = operations.filter((each) => before && !isRunning(each) && (before.get(each.id) ?? true))
    if (ended.length === 0) return
    void client.invalidateQueries({ queryKey: ['tickets'] })
    for (const operation of ended) tell(operation, undo.mutate, show)
  }, [operations, client, undo.mutate, show])
}

function tell(operation: BulkOperation, undo: (id: string) => void, show: (operation: BulkOperation) => void): void {
  const { id, kind, changed, refused, undoableUntil } = operation
  const text = `${counted(changed)} ${kind === 'undo' ? 'as before' : 'changed'}${refused > 0 ? `, ${formatNumber(refused)} refused` : ''}`
  if (refused > 0) show(operation)
  if (undoableUntil) toast.undo(text, () => undo(id))
  else toast.info(text)
}

const counted = (tickets: number) => (tickets === 1 ? '1 ticket' : `${formatNumber(tickets)} tickets`)

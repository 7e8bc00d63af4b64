import type { BulkOperation } from '@physique57/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { formatNumber } from '../../../lib/format.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { bulkQueries, isRunning, useBulkUndo } from '../api.ts'
import { showBulk, unfollow, useBulkFollowed } from '../bulk-store.ts'
import { tellBulk } from '../tell-bulk.ts'

const BulkRefused = lazyPart(() => import('./bulk-refused.tsx'))
const BulkLatest = lazyPart(() => import('./bulk-latest.tsx'))

/** How far one's own changes to many tickets are, on whatever page one goes on working; and how each ended. */
export default function BulkProgress() {
  const { data } = useQuery(bulkQueries.latest())
  const shown = useBulkFollowed((bulk) => bulk.shown)
  useWhatEnded()
  const close = () => showBulk(null)
  const giveUp = () => {
    close()
    sayMissing()
  }
  return (
    <>
      {data?.filter(isRunning).map((operation) => (
        <Running key={operation.id} operation={operation} />
      ))}
      {shown && (
        <Part onMissing={giveUp}>
          {shown === 'latest' ? <BulkLatest onClose={close} /> : <BulkRefused operation={shown} onClose={close} />}
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

/** Says how each that was begun here ended, also when that was before one came back. */
function useWhatEnded(): void {
  const client = useQueryClient()
  const followed = useBulkFollowed((bulk) => bulk.followed)
  const { data: operations, isFetching } = useQuery(bulkQueries.latest())
  const { mutate: undo } = useBulkUndo()
  useEffect(() => {
    // what is known so far may be older than what was begun
    if (!operations || isFetching) return
    const ended = operations.filter((each) => followed.includes(each.id) && !isRunning(each))
    // what is not among them is somebody else's, on a device they share
    const gone = followed.filter((id) => !operations.some((each) => each.id === id))
    if (ended.length + gone.length === 0) return
    unfollow([...ended.map(({ id }) => id), ...gone])
    if (ended.length > 0) void client.invalidateQueries({ queryKey: ['tickets'] })
    for (const operation of ended) tellBulk(operation, undo)
  }, [operations, isFetching, followed, client, undo])
}

import { type Export, exportFormatLabel, isUnderWay } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { formatNumber } from '../../../lib/format.ts'
import { markToldHere } from '../../../lib/told-here.ts'
import { exportQueries, fileOf, saveFrom, useCancelExport } from '../api.ts'
import { followExports } from '../exports-store.ts'

/** How far one's own exports are, on whatever page one goes on working; and where each is once it is ready. */
export default function ExportProgress() {
  const { data } = useQuery(exportQueries.latest())
  const cancel = useCancelExport()
  useWhatEnded(data)
  return data?.filter(isUnderWay).map((each) => (
    <div key={each.id} className="flex flex-none items-center gap-3 border-line border-t px-4 py-2">
      <div className="min-w-0 flex-1">
        <div className="num mb-1 text-sm touch:text-base">
          {exportFormatLabel[each.format]}: {howFar(each)}. You can go on working.
        </div>
        <progress
          aria-label={`Export to ${exportFormatLabel[each.format]}`}
          value={each.done}
          max={Math.max(1, each.total ?? 1)}
          className="block h-1 w-full appearance-none overflow-hidden rounded-full bg-pressed [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-ink"
        />
      </div>
      <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate(each.id)}>
        Cancel
      </Button>
    </div>
  ))
}

const howFar = ({ done, total }: Export): string =>
  total === null ? 'about to begin' : `${formatNumber(done)} of ${formatNumber(total)} tickets`

/** Says how each ended that one was following, also when that was before one came back. */
function useWhatEnded(exports: Export[] | undefined): void {
  const known = useRef(new Set<string>())
  useEffect(() => {
    if (!exports) return
    for (const each of exports.filter(isUnderWay)) known.current.add(each.id)
    const ended = exports.filter((each) => !isUnderWay(each) && known.current.delete(each.id))
    for (const each of ended) tell(each)
    if (known.current.size === 0) followExports(false)
  }, [exports])
}

function tell(ended: Export): void {
  markToldHere(ended.id)
  const what = exportFormatLabel[ended.format]
  if (ended.state === 'failed') toast.error(`The ${what} was not made`, { description: ended.reason ?? undefined })
  if (ended.state !== 'ready') return
  toast.success(`Your ${what} is ready`, {
    id: ended.id,
    description: 'It is kept for a day, under Export.',
    action: { label: 'Download', onClick: () => saveFrom(fileOf(ended), ended.name) },
  })
}

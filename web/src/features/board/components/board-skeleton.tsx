import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'

const lanes = [3, 5, 4, 3, 2]

/** The shape of the board that is on its way. */
export function BoardSkeleton() {
  return (
    <Loading label="Loading the board" className="flex min-h-0 flex-1 overflow-hidden bg-frame">
      {lanes.map((cards, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={lane} className="min-w-56 flex-1 border-line border-l px-2 first:border-l-0">
          <div className="flex h-(--bar) items-center px-1">
            <Skeleton className="w-24" />
          </div>
          {Array.from({ length: cards }, (_, card) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
              key={card}
              className="mb-1.5 grid h-27 content-between rounded-lg border border-line bg-surface p-2.5"
            >
              <Skeleton className="w-1/2" />
              <Skeleton className="w-4/5" />
              <Skeleton className="w-1/3" />
            </div>
          ))}
        </div>
      ))}
    </Loading>
  )
}

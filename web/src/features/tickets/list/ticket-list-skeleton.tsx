import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { cx } from '../../../lib/cx.ts'
import { useUi } from '../../../stores/ui-store.ts'

const titles = Array.from({ length: 24 }, (_, index) => ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2'][index % 5])

/** The shape of the list that is on its way. */
export function TicketListSkeleton() {
  const density = useUi((ui) => ui.density)
  return (
    <Loading label="Loading tickets" className="min-h-0 flex-1 overflow-hidden">
      <div className="h-7 border-line border-b max-md:hidden" />
      {titles.map((width, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          key={index}
          className={cx(
            'flex items-center gap-3 border-line border-b px-3 touch:h-16 touch:px-4',
            density === 'compact' ? 'h-8' : 'h-10',
          )}
        >
          <Skeleton className="w-8 max-md:hidden" />
          <span className="min-w-0 flex-1">
            <Skeleton className={width} />
          </span>
          <Skeleton className="w-20 max-md:hidden" />
          <Skeleton className="w-14 max-md:hidden" />
          <Skeleton className="w-24 max-md:hidden" />
          <Skeleton isRound />
          <Skeleton className="w-12 max-md:hidden" />
        </div>
      ))}
    </Loading>
  )
}

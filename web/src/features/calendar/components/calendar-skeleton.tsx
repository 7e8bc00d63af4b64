import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'

/** The shape of the calendar that is on its way. */
export function CalendarSkeleton() {
  return (
    <Loading label="Loading the calendar" className="grid min-h-0 flex-1 grid-cols-7 overflow-hidden">
      {Array.from({ length: 35 }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={cell} className="grid content-start gap-3 border-line border-b border-l p-2">
          <Skeleton className="w-4" />
          <Skeleton className={cell % 3 === 0 ? 'w-full' : 'w-3/5'} />
        </div>
      ))}
    </Loading>
  )
}

import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'

const facts = ['w-20', 'w-28', 'w-24', 'w-32', 'w-20', 'w-24']

export function TicketDetailSkeleton() {
  return (
    <Loading label="Loading the ticket" className="mx-auto w-full max-w-[784px] px-4 pt-5 md:px-8">
      <div className="grid gap-5">
        <Skeleton className="h-4! w-4/5" />
        <div className="flex gap-1.5">
          <Skeleton className="h-8! w-20" />
          <Skeleton className="h-8! w-28" />
          <Skeleton className="h-8! w-20" />
        </div>
        <Skeleton className="h-17! w-full rounded-lg" />
        <div className="grid grid-cols-2 gap-4">
          {facts.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <Skeleton key={index} className={width} />
          ))}
        </div>
        <Skeleton className="w-3/5" />
        <Skeleton className="w-4/5" />
        <Skeleton className="w-2/5" />
      </div>
    </Loading>
  )
}

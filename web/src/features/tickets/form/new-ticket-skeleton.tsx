import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'

const rows = ['label-1', 'label-2', 'label-3', 'label-4']

export function NewTicketSkeleton() {
  return (
    <Loading label="Loading the form" className="mx-auto w-full max-w-[784px] px-4 pt-5 md:px-8">
      <div className="grid gap-6">
        {rows.map((row) => (
          <div key={row} className="grid gap-3">
            <Skeleton className="w-24" />
            <Skeleton className="h-8! w-full touch:h-11!" />
          </div>
        ))}
      </div>
    </Loading>
  )
}

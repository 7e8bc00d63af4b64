import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { useIsPhone } from '../../../lib/media.ts'

/** Where everything of a ticket is going to stand. */
export function TicketDetailSkeleton() {
  const isPhone = useIsPhone()
  return (
    <Loading label="Loading the ticket" className="@container flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden">
      {isPhone ? <OnPhone /> : <OnDesk />}
    </Loading>
  )
}

const facts = ['w-20', 'w-28', 'w-24', 'w-32', 'w-20', 'w-24']

function OnDesk() {
  return (
    <div className="flex-1 @min-[800px]:grid @min-[800px]:grid-cols-[minmax(0,1fr)_360px]">
      <div className="mx-auto grid w-full max-w-[784px] content-start gap-5 px-4 pt-5 md:px-8">
        <div className="grid gap-3">
          <Skeleton className="w-2/5" />
          <Skeleton className="h-4! w-4/5" />
        </div>
        <div className="flex gap-1.5">
          <Skeleton className="h-7! w-16" />
          <Skeleton className="h-7! w-20" />
          <Skeleton className="h-7! w-9" />
        </div>
        <Skeleton className="h-17! w-full rounded-lg" />
        <div className="grid grid-cols-2 gap-4">
          {facts.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <Skeleton key={index} className={width} />
          ))}
        </div>
        <Message />
      </div>
      <div className="grid content-start gap-8 border-line border-l px-4 pt-5 @max-[800px]:hidden">
        {facts.slice(0, 4).map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={index} className="grid gap-3">
            <Skeleton className={width} />
            <Skeleton className="w-4/5" />
          </div>
        ))}
      </div>
    </div>
  )
}

function OnPhone() {
  return (
    <>
      <div className="grid gap-3 px-4 pt-4 pb-3">
        <Skeleton className="h-4! w-11/12" />
        <Skeleton className="h-4! w-3/5" />
        <div className="flex gap-4">
          <Skeleton className="w-18" />
          <Skeleton className="w-16" />
          <Skeleton className="w-18" />
        </div>
      </div>
      <div className="flex h-12 items-center justify-around border-line border-b">
        <Skeleton className="w-16" />
        <Skeleton className="w-14" />
        <Skeleton className="w-16" />
      </div>
      <div className="px-4 py-4">
        <Message />
      </div>
    </>
  )
}

function Message() {
  return (
    <div className="grid grid-cols-[28px_minmax(0,1fr)] gap-2.5">
      <Skeleton className="size-7! rounded-full!" />
      <div className="grid gap-3 pt-2">
        <Skeleton className="w-2/5" />
        <Skeleton className="w-11/12" />
        <Skeleton className="w-3/5" />
      </div>
    </div>
  )
}

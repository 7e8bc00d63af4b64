import { Brand } from '../components/ui/brand.tsx'
import { Loading, Skeleton } from '../components/ui/skeleton.tsx'

const rows = ['w-1/2', 'w-2/3', 'w-2/5', 'w-3/5', 'w-1/3', 'w-3/4', 'w-5/12', 'w-7/12']

/** The frame of the signed-in app while the session is looked up: same places, no words yet. */
export function ShellSkeleton() {
  return (
    <Loading label="Physique 57 is loading">
      <div className="flex h-dvh">
        <div className="w-12 flex-none border-r border-line bg-frame px-3 max-md:hidden lg:w-(--sidebar)">
          <div className="flex h-(--topbar) items-center">
            <Brand name="Physique 57" nameClass="max-lg:hidden" />
          </div>
        </div>
        <div className="min-w-0 flex-1">
          <div className="h-(--topbar) border-b border-line" />
          <div className="h-(--bar) border-b border-line max-md:h-[45px]" />
          {rows.map((width) => (
            <div key={width} className="flex h-8 items-center gap-4 border-b border-line px-4 max-md:h-16">
              <Skeleton className={width} />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}

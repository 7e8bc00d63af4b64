import type { ReactNode } from 'react'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { NotFound } from '../../../components/ui/not-found.tsx'
import { BackLink, PageBar } from '../../../components/ui/page-bar.tsx'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { useIsPhone } from '../../../lib/media.ts'
import { hasCode } from '../../../lib/problem.ts'

interface PeopleFrameProps {
  /** What kind of page this is; on a phone its title. */
  what: 'Profile' | 'Team'
  /** Nothing yet, or nothing at all. */
  state: { isPending: boolean; error: unknown; onRetry: () => void }
  children: ReactNode
}

/** The page around a person or a team: waiting, failed, or what it shows. */
export function PeopleFrame({ what, state, children }: PeopleFrameProps) {
  const isPhone = useIsPhone()
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      {isPhone && (
        <PageBar title={what} back={<BackLink to="/tickets" label="Back to the tickets" crumb="Tickets" />} />
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[1104px] md:px-2 md:py-2">{children ?? <Instead what={what} {...state} />}</div>
      </div>
    </div>
  )
}

function Instead({ what, isPending, error, onRetry }: PeopleFrameProps['state'] & { what: PeopleFrameProps['what'] }) {
  if (isPending) {
    return (
      <Loading label={`${what} is loading`} className="px-4 py-4">
        <div className="flex items-center gap-3">
          <Skeleton className={what === 'Team' ? 'size-10! rounded-lg!' : 'size-10! rounded-full!'} />
          <Skeleton className="h-4! w-48" />
        </div>
        {['w-2/5', 'w-1/3', 'w-1/2', 'w-1/4'].map((width) => (
          <div key={width} className="flex h-7 items-center touch:h-11">
            <Skeleton className={width} />
          </div>
        ))}
      </Loading>
    )
  }
  if (hasCode(error, 'not_found') || hasCode(error, 'invalid_request')) return <NotFound />
  return <ErrorState title="This page could not be loaded" error={error} onRetry={onRetry} />
}

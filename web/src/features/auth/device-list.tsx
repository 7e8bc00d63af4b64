import type { Session } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Laptop, Smartphone } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { Time } from '../../components/ui/time.tsx'
import { authQueries, useEndSession } from './api.ts'
import { deviceName, isHandheld } from './device-name.ts'

export function DeviceList() {
  const { data, error, refetch } = useQuery(authQueries.sessions())
  if (data)
    return (
      <ul className="grid divide-y divide-line">
        {data.map((session) => (
          <Device key={session.id} session={session} />
        ))}
      </ul>
    )
  if (error) return <ErrorState title="Your devices could not be loaded" error={error} onRetry={() => void refetch()} />
  return (
    <Loading label="Your devices load" className="grid gap-6 py-4">
      <Skeleton className="w-48" />
      <Skeleton className="w-40" />
    </Loading>
  )
}

function Device({ session }: { session: Session }) {
  const { id, userAgent, isCurrent, signedInAt, lastSeenAt } = session
  const end = useEndSession()
  const name = deviceName(userAgent)
  const Icon = isHandheld(userAgent) ? Smartphone : Laptop
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0">
      <Icon aria-hidden="true" className="size-5 flex-none text-ink-3" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="text-base font-medium touch:text-lg">{name}</p>
        <p className="text-sm text-ink-2 touch:text-base">
          {isCurrent ? 'This device' : <Time at={lastSeenAt} />}, signed in <Time at={signedInAt} format="short" />
        </p>
      </div>
      {!isCurrent && (
        <Button size="sm" busy={end.isPending} aria-label={`Sign out ${name}`} onClick={() => end.mutate(id)}>
          Sign out
        </Button>
      )}
    </li>
  )
}

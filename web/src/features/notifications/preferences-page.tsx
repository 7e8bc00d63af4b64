import type { NotificationPreferences } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { BackLink } from '../../components/ui/page-bar.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { zoneName } from '../../lib/format.ts'
import { notificationQueries } from './api.ts'
import { DigestChoice } from './components/digest-choice.tsx'
import { PreferenceGrid } from './components/preference-grid.tsx'
import { QuietHours } from './components/quiet-hours.tsx'
import { eventsInOrder } from './event-words.ts'
import { useChangePreferences } from './use-change-preferences.ts'

/** How somebody is told what. Saved as they choose. */
export function PreferencesPage() {
  useDocumentTitle('Notification preferences')
  const { data, error, refetch } = useQuery(notificationQueries.preferences())
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-200 px-4 pb-10 max-md:pb-24 md:px-6">
        <div className="-ml-2 flex items-center gap-1 pt-3 md:pt-4">
          <BackLink to="/notifications" label="Back to your notifications" />
          <h1 className="text-2xl font-semibold tracking-tight outline-none max-md:text-xl">
            Notification preferences
          </h1>
        </div>
        {data ? (
          <Choices preferences={data} />
        ) : error ? (
          <ErrorState title="Your preferences could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <ChoicesSkeleton />
        )}
      </div>
    </div>
  )
}

function Choices({ preferences }: { preferences: NotificationPreferences }) {
  const { events, digest, quietHours, timeZone } = preferences
  const save = useChangePreferences()
  const zone = zoneName(timeZone)
  return (
    <>
      <Section
        title="What you are told"
        about="In the app means the bell and a message on screen. A ticket that waits for your whole team is never mailed."
      >
        <PreferenceGrid
          events={events}
          onChange={(event, channel, delivery) => save({ events: { [event]: { [channel]: delivery } } })}
        />
      </Section>
      <Section title="Digest" about={`Everything gathered comes together, as one mail. Times are ${zone}.`}>
        <DigestChoice digest={digest} onChange={(changed) => save({ digest: changed })} />
      </Section>
      <Section
        title="Quiet hours"
        about={`Mail waits until they end, digests too. Escalations and critical tickets come through. Times are ${zone}.`}
      >
        <QuietHours value={quietHours} onChange={(changed) => save({ quietHours: changed })} />
      </Section>
    </>
  )
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 pt-6">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="mt-0.5 text-sm text-pretty text-ink-2 touch:text-base">{about}</p>
      </div>
      {children}
    </section>
  )
}

function ChoicesSkeleton() {
  return (
    <Loading label="Your preferences are loading" className="pt-8">
      <Skeleton className="mb-6 w-40" />
      {eventsInOrder.map((event) => (
        <div key={event} className="grid items-center gap-3 border-line border-t py-4 md:grid-cols-[1fr_176px_176px]">
          <div className="grid gap-3">
            <Skeleton className="w-24" />
            <Skeleton className="w-4/5" />
          </div>
          <Skeleton className="h-7! w-44 max-md:w-full" />
          <Skeleton className="h-7! w-44 max-md:w-full" />
        </div>
      ))}
    </Loading>
  )
}

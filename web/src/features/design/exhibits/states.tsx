import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { ErrorBoundary } from '../../../components/ui/error-boundary.tsx'
import { ErrorState } from '../../../components/ui/error-state.tsx'
import { OfflineError, ProblemError } from '../../../lib/problem.ts'
import { Exhibit } from '../exhibit.tsx'

const failure = new ProblemError({
  type: 'about:blank',
  title: 'Internal error',
  status: 500,
  detail: '',
  code: 'internal',
  requestId: '01998f6e-7f3k2a',
})

export function StateExhibit() {
  return (
    <Exhibit
      title="Empty and failed"
      code="EmptyState, ErrorState, ErrorBoundary"
      about="Empty teaches the next step. Failed says what happened, why and what to do, with the request's id for whoever helps. A part that breaks leaves the rest of the page alone."
      span="full"
    >
      <div className="grid gap-4 *:rounded-lg *:border *:border-line md:grid-cols-2">
        <div>
          <EmptyState
            icon={CalendarCheck}
            title="Nothing overdue"
            heading="h3"
            actions={<Button>Show due today</Button>}
          >
            Tickets appear here once their due time has passed. The next one is due at 19:25.
          </EmptyState>
        </div>
        <ErrorState title="The list could not be loaded" error={failure} onRetry={() => undefined} />
        <ErrorState title="You are offline" error={new OfflineError()} onRetry={() => undefined} />
        <div className="grid place-items-center">
          <ErrorBoundary title="This part did not show">
            <Fragile />
          </ErrorBoundary>
        </div>
      </div>
    </Exhibit>
  )
}

function Fragile() {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) throw new Error('Broken on purpose')
  return <Button onClick={() => setBroken(true)}>Break this part</Button>
}

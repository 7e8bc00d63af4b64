import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../components/ui/error-state.tsx'
import { OfflineError, ProblemError } from '../lib/problem.ts'

/** Around every page: one that breaks takes neither the navigation nor the others with it. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const expected = error instanceof ProblemError || error instanceof OfflineError
  const retry = () => {
    // A bug, or a piece of an older version that is no longer on the server: only a fresh start helps.
    if (!expected) return window.location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <ErrorState title="This page did not load" error={error} onRetry={retry} />
    </div>
  )
}

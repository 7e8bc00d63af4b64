import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../components/ui/error-state.tsx'
import { MissingPartError } from '../lib/missing-part.ts'
import { OfflineError, ProblemError } from '../lib/problem.ts'
import { MissingPage } from './missing-page.tsx'

/** Around every page: one that breaks takes neither the navigation nor the others with it. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const expected = error instanceof ProblemError || error instanceof OfflineError
  const retry = () => {
    // a bug: only a fresh start helps
    if (!expected) return window.location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <div className="grid min-h-[min(480px,100dvh)] flex-1 place-items-center overflow-y-auto">
      {error instanceof MissingPartError ? (
        <MissingPage />
      ) : (
        <ErrorState title="This page could not be loaded" error={error} onRetry={retry} />
      )}
    </div>
  )
}

/** Around everything: what breaks outside of a page leaves words, not white. */
export function AppError({ error }: ErrorComponentProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-surface">
      <ErrorState title="The app has stopped" error={error} onRetry={() => window.location.reload()} />
    </main>
  )
}

import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'

interface ErrorBoundaryProps {
  /** What does not show when its content breaks: "The activity could not be loaded". */
  title: string
  /** A change of it tries again, such as the id of what is shown. */
  resetKey?: string | number
  children: ReactNode
}

/** Around a part of a page that can do without: when it breaks, the rest goes on, and it can be tried again. */
export function ErrorBoundary({ title, resetKey = '', children }: ErrorBoundaryProps) {
  const Broken = ({ error, reset }: ErrorComponentProps) => <ErrorState title={title} error={error} onRetry={reset} />
  return (
    <CatchBoundary getResetKey={() => resetKey} errorComponent={Broken}>
      {children}
    </CatchBoundary>
  )
}

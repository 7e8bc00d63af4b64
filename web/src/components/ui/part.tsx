import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { MissingPartError } from '../../lib/missing-part.ts'

interface PartProps {
  children: ReactNode
  /** Shown until it is there, and when it does not come. */
  fallback?: ReactNode
  /** It did not come. */
  onMissing?: () => void
}

/** Around what is loaded when first needed: if it does not come, the page around it stays. */
export function Part({ children, fallback, onMissing }: PartProps) {
  const [isMissing, setMissing] = useState(false)
  const noticed = (error: unknown) => {
    if (!(error instanceof MissingPartError)) return
    setMissing(true)
    onMissing?.()
  }
  if (isMissing) return fallback
  return (
    <CatchBoundary getResetKey={() => 0} errorComponent={PassOn} onCatch={noticed}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  )
}

/** Any other error is for the boundary around the page. */
function PassOn({ error }: ErrorComponentProps) {
  if (!(error instanceof MissingPartError)) throw error
  return null
}

/** What a page is for: without it the page itself says that it could not be loaded, or loads again. */
export function MainPart({ children, fallback }: Pick<PartProps, 'children' | 'fallback'>) {
  return <Suspense fallback={fallback}>{children}</Suspense>
}

import { CloudOff, Copy, RotateCw, Unplug } from 'lucide-react'
import { describeError, hasCode } from '../../lib/problem.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { NotYours } from './not-yours.tsx'
import { toast } from './toast.tsx'

interface ErrorStateProps {
  /** What did not work: "The list could not be loaded". */
  title: string
  error: unknown
  onRetry?: (() => void) | undefined
}

/** What happened, why, and what to do; with the request's id for whoever helps. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  if (hasCode(error, 'forbidden')) return <NotYours />
  const { why, requestId, offline } = describeError(error)
  return (
    <div role="alert">
      <EmptyState
        icon={offline ? CloudOff : Unplug}
        title={title}
        actions={
          <>
            {onRetry && (
              <Button icon={RotateCw} onClick={onRetry}>
                Try again
              </Button>
            )}
            {requestId && <CopyRequestId id={requestId} />}
          </>
        }
      >
        <p>{why}</p>
      </EmptyState>
    </div>
  )
}

/** For whoever helps. */
export function CopyRequestId({ id }: { id: string }) {
  const copy = () =>
    navigator.clipboard.writeText(id).then(
      () => toast.info('Request id copied'),
      () => toast.error(`Could not copy. The id is ${id}.`),
    )
  return (
    <Button variant="ghost" icon={Copy} aria-label={`Copy request id ${id}`} onClick={copy} className="max-w-full">
      <span className="clip num">{id.length > 16 ? `${id.slice(0, 13)}…` : id}</span>
    </Button>
  )
}

import type { FieldError } from '@physique57/contracts'
import { CircleAlert } from 'lucide-react'
import type { Ref } from 'react'
import { CopyRequestId } from '../../../components/ui/error-state.tsx'
import { describeError } from '../../../lib/problem.ts'
import { fieldId, focusField } from './focus-field.ts'

interface ErrorSummaryProps {
  ref: Ref<HTMLDivElement>
  title: string
  /** Told below the title when it is not about a field. */
  failure?: Error | undefined
  errors: (FieldError & { label: string })[]
}

/** What has to be corrected, each line leading to its field. Takes the focus after a failed submit. */
export function ErrorSummary({ ref, title, failure, errors }: ErrorSummaryProps) {
  const { why, requestId } = failure ? describeError(failure) : {}
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="grid gap-1 rounded-lg bg-red-tint px-3 py-2.5 touch:gap-0 touch:has-[a]:pb-0"
    >
      <strong className="flex items-center gap-1.5 font-semibold text-red">
        <CircleAlert aria-hidden className="size-4 flex-none" strokeWidth={2} />
        {title}
      </strong>
      {why && <span>{why} What you typed is kept.</span>}
      {requestId && (
        <div className="-ml-2.5 touch:-ml-4">
          <CopyRequestId id={requestId} />
        </div>
      )}
      {errors.map(({ path, label, message }) => (
        <a
          key={path}
          href={`#${fieldId(path)}`}
          onClick={(event) => {
            event.preventDefault()
            focusField(path)
          }}
          className="flex min-h-6 items-center underline underline-offset-3 touch:min-h-11"
        >
          {label}: {message}
        </a>
      ))}
    </div>
  )
}

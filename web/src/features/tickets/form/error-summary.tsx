import type { FieldError } from '@physique57/contracts'
import { CircleAlert } from 'lucide-react'
import type { Ref } from 'react'
import { fieldId } from './ticket-field.tsx'

interface ErrorSummaryProps {
  ref: Ref<HTMLDivElement>
  title: string
  /** Said below the title when the failure is not about a field. */
  detail?: string | undefined
  errors: (FieldError & { label: string })[]
}

/** What has to be corrected, each line leading to its field. Takes the focus after a failed submit. */
export function ErrorSummary({ ref, title, detail, errors }: ErrorSummaryProps) {
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
      {detail && <span>{detail}</span>}
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

/** The control itself, or the first one of a group. */
function focusField(path: string): void {
  const field = document.getElementById(fieldId(path))
  const control = field?.matches('input, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('[tabindex="0"], input, button')
  field?.scrollIntoView({ block: 'center' })
  ;(control ?? field)?.focus({ preventScroll: true })
}

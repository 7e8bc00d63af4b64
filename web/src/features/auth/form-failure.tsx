import { CircleAlert } from 'lucide-react'

/** Above the button: why it did not work, when no field is to blame. */
export function FormFailure({ children }: { children: string | undefined }) {
  if (!children) return null
  return (
    <p role="alert" className="flex items-start gap-1.5 text-sm font-medium text-red touch:text-base">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.75} />
      {children}
    </p>
  )
}

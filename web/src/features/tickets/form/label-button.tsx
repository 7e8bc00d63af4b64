import type { ReactNode } from 'react'

interface LabelButtonProps {
  /** What it does and to which question. */
  label: string
  onClick: () => void
  children: ReactNode
}

/** Beside a question: answers it, or takes its answer back. The row of the label keeps its height. */
export function LabelButton({ label, onClick, children }: LabelButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="-my-1 mr-auto -ml-1.5 flex h-6 flex-none items-center rounded-sm px-1.5 text-ink-3 text-xs underline decoration-control underline-offset-3 hover:text-ink touch:-mt-4.5 touch:-mr-3 touch:-mb-1.5 touch:ml-0 touch:h-11 touch:min-w-11 touch:justify-end touch:px-3 touch:pt-3 touch:text-sm"
    >
      {children}
    </button>
  )
}

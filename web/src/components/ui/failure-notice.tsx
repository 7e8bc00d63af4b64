import type { Ref } from 'react'

/** Why it did not work; what was typed is still there. */
export function FailureNotice({ why, ref }: { why: string | null | undefined; ref?: Ref<HTMLParagraphElement> }) {
  if (!why) return null
  return (
    <p ref={ref} role="alert" className="rounded-lg bg-red-tint px-3 py-2 text-ink">
      {why}
    </p>
  )
}

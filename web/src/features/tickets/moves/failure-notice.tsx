/** Why it did not work; what was typed is still there. */
export function FailureNotice({ why }: { why: string | undefined }) {
  if (!why) return null
  return (
    <p role="alert" className="rounded-lg bg-red-tint px-3 py-2 text-ink">
      {why}
    </p>
  )
}

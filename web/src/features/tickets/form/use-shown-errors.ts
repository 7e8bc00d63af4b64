import { useCallback, useEffect, useRef } from 'react'

/** Brings the summary of what is wrong into sight, with the focus: when asked to, and by itself each time sending failed. */
export function useShownErrors(failure: Error | null) {
  const summary = useRef<HTMLDivElement>(null)
  const showErrors = useCallback(
    () =>
      requestAnimationFrame(() => {
        summary.current?.scrollIntoView({ block: 'center' })
        summary.current?.focus({ preventScroll: true })
      }),
    [],
  )
  useEffect(() => {
    // only now the summary stands there
    if (failure) showErrors()
  }, [failure, showErrors])
  return { summary, showErrors }
}

/** Links of the error summary lead there. */
export const fieldId = (path: string): string => `new-ticket-${path.replaceAll('.', '-')}`

/** The control itself, or the first one of a group, in the middle of what is in sight. */
export function focusField(path: string): void {
  const field = document.getElementById(fieldId(path))
  const control = field?.matches('input, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('[tabindex="0"], input, button')
  field?.scrollIntoView({ block: 'center' })
  ;(control ?? field)?.focus({ preventScroll: true })
}

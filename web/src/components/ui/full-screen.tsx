import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface FullScreenProps {
  label: string
  onClose: () => void
  children: ReactNode
}

/** Fills a phone, with the browser's own way of keeping the focus inside, hearing "back" and giving the focus back. */
export function FullScreen({ label, onClose, children }: FullScreenProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector('input')?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // a dialog it stands in stays open
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      className="fixed inset-0 m-0 flex h-dvh max-h-none w-full max-w-none flex-col bg-raised text-ink outline-none"
    >
      {children}
    </dialog>
  )
}

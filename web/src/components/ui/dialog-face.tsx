import type { ReactNode } from 'react'

interface DialogFaceProps {
  title: ReactNode
  close: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** What a dialog shows, apart from how it opens and closes. */
export function DialogFace({ title, close, footer, children }: DialogFaceProps) {
  return (
    <>
      <div className="flex flex-none items-center gap-2 pt-4 pr-4 pl-5 max-md:pt-1 max-md:pr-1 max-md:pl-4">
        {title}
        {close}
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto px-5 pt-2 pb-5 text-ink-2 [overflow-wrap:anywhere] max-md:px-4 touch:text-lg">
        {children}
      </div>
      {footer && (
        <div className="flex flex-none items-center justify-end gap-2 border-t border-line px-5 py-3 max-md:px-4 max-md:pb-[max(12px,env(safe-area-inset-bottom))] max-md:*:flex-1">
          {footer}
        </div>
      )}
    </>
  )
}

export const dialogTitleClass = 'flex-1 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]'

export const dialogBackdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-140 data-ending-style:opacity-0 data-ending-style:transition-none data-starting-style:opacity-0'

import type { ReactNode, RefObject } from 'react'
import { lazyPart } from '../../lib/lazy-part.ts'
import { OpenedPart } from './opened-part.tsx'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  children?: ReactNode
  /** Buttons, the deciding one last. */
  footer?: ReactNode
  /** Otherwise its first field, or where it has none, its first button. */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** `xl` holds a form as wide as the page that logs a ticket. */
  width?: 'md' | 'lg' | 'xl'
  role?: 'dialog' | 'alertdialog'
}

const load = () => import('./dialog-content.tsx')
const DialogContent = lazyPart(load)

/** Modal: keeps the focus and gives it back. On a phone it sits at the bottom edge, near the thumb. */
export function Dialog(props: DialogProps) {
  return (
    <OpenedPart isOpen={props.open} onClose={() => props.onOpenChange(false)} load={load}>
      <DialogContent {...props} />
    </OpenedPart>
  )
}

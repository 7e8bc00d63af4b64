import type { ReactNode } from 'react'
import { lazyPart } from '../../lib/lazy-part.ts'
import { OpenedPart } from './opened-part.tsx'

export interface SheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  children: ReactNode
  footer?: ReactNode
}

const load = () => import('./sheet-content.tsx')
const SheetContent = lazyPart(load)

/** More room than a menu: from the bottom on a phone, at the right on a desk. */
export function Sheet(props: SheetProps) {
  return (
    <OpenedPart isOpen={props.open} onClose={() => props.onOpenChange(false)} load={load}>
      <SheetContent {...props} />
    </OpenedPart>
  )
}

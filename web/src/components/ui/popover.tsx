import type { ReactNode } from 'react'
import { lazyPart, remembered } from '../../lib/lazy-part.ts'
import { type OverlayTriggerProps, useOverlayTrigger } from './overlay-trigger.ts'
import { Part } from './part.tsx'

interface PopoverProps extends OverlayTriggerProps {
  /** Read out as its name. */
  title: string
  /** Where they are a part loaded when needed. */
  loadChildren?: () => Promise<unknown>
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  className?: string
}

export const loadPopover = remembered(() => import('./popover-content.tsx'))
const PopoverContent = lazyPart(loadPopover)

/** Anything beside its trigger; a bottom sheet on a phone. */
export function Popover({ title, loadChildren, children, align = 'start', className, ...props }: PopoverProps) {
  const preload = () => Promise.all([loadPopover(), loadChildren?.()])
  const { trigger, overlay, wasOpened, giveUp } = useOverlayTrigger(props, 'dialog', preload)
  return (
    <>
      {trigger}
      {wasOpened && (
        <Part onMissing={giveUp}>
          <PopoverContent {...overlay} hover={props.hover} title={title} align={align} className={className}>
            {children}
          </PopoverContent>
        </Part>
      )}
    </>
  )
}

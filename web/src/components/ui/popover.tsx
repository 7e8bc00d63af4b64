import { lazy, type ReactNode, Suspense } from 'react'
import { type OverlayTriggerProps, useOverlayTrigger } from './overlay-trigger.ts'

interface PopoverProps extends OverlayTriggerProps {
  /** Read out as its name. */
  title: string
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  className?: string
}

const load = () => import('./popover-content.tsx')
const PopoverContent = lazy(load)

/** Anything beside its trigger; a bottom sheet on a phone. */
export function Popover({ title, children, align = 'start', className, ...props }: PopoverProps) {
  const { trigger, overlay, wasOpened } = useOverlayTrigger(props, 'dialog', load)
  return (
    <>
      {trigger}
      {wasOpened && (
        <Suspense>
          <PopoverContent {...overlay} title={title} align={align} className={className}>
            {children}
          </PopoverContent>
        </Suspense>
      )}
    </>
  )
}

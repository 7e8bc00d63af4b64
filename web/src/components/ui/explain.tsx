import type { ReactElement, ReactNode } from 'react'
import { Popover } from './popover.tsx'
import { useHover } from './use-hover.ts'

interface ExplainProps {
  /** A button that shows the fact. */
  trigger: ReactElement<Record<string, unknown>>
  /** Read out as its name. */
  title: string
  children: ReactNode
  className?: string
}

/** Why something is as it is (a clock, a decision): opens under a resting mouse as well as on a press. */
export function Explain(props: ExplainProps) {
  return <Popover {...props} {...useHover()} />
}

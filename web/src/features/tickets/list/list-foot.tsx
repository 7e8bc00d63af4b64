import type { ReactNode } from 'react'
import { Kbd } from '../../../components/ui/kbd.tsx'
import { StatusCounts, type StatusCountsProps } from './status-counts.tsx'

interface ListFootProps extends StatusCountsProps {
  /** How many there are. */
  children: ReactNode
}

export function ListFoot({ children, ...counts }: ListFootProps) {
  return (
    <footer className="num @container flex h-8 flex-none items-center gap-3 overflow-x-auto whitespace-nowrap border-line border-t px-3 text-ink-3 text-xs [scrollbar-width:none] max-md:h-11 max-md:px-1.5">
      <span className="max-md:hidden">{children}</span>
      <StatusCounts {...counts} />
      <span className="flex-1" />
      <span className="inline-flex items-center gap-1 @max-[960px]:hidden">
        <Kbd keys="J" />
        <Kbd keys="K" /> move
      </span>
      <span className="inline-flex items-center gap-1 @max-[960px]:hidden">
        <Kbd keys="↵" /> open
      </span>
    </footer>
  )
}

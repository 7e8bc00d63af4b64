import type { ReactNode } from 'react'
import { useIsPhone } from '../../../lib/media.ts'

interface PeopleHeadProps {
  mark: ReactNode
  name: string
  /** Under the name. */
  note: ReactNode
  badge?: ReactNode
}

export function PeopleHead({ mark, name, note, badge }: PeopleHeadProps) {
  // on a phone the bar above carries the page's one h1
  const Heading = useIsPhone() ? 'h2' : 'h1'
  return (
    <header className="flex items-center gap-3 px-4 pt-4 pb-3">
      {mark}
      <div className="min-w-0 flex-1">
        <Heading tabIndex={-1} className="font-semibold text-xl tracking-tight outline-none [overflow-wrap:anywhere]">
          {name}
        </Heading>
        <p className="text-ink-2 text-sm touch:text-lg">{note}</p>
      </div>
      {badge}
    </header>
  )
}

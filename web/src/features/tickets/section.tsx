import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** Quieter, after the title. */
  note?: string | undefined
  children: ReactNode
}

/** A part of the ticket under its heading, set off by a hairline. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section aria-label={title} className="border-line border-t px-4 py-3 touch:py-4">
      <h2 className="mb-1.5 flex items-center gap-1.5 font-semibold text-sm touch:text-lg">
        {title}
        {note && <span className="font-normal text-ink-3">{note}</span>}
      </h2>
      {children}
    </section>
  )
}

interface FactsProps {
  /** Two pairs side by side where there is room. */
  isWide?: boolean
  children: ReactNode
}

export function Facts({ isWide = false, children }: FactsProps) {
  return (
    <dl
      className={`grid grid-cols-[116px_minmax(0,1fr)] text-sm touch:text-lg ${
        isWide
          ? 'gap-x-3 @min-[600px]:grid-cols-[112px_minmax(0,1fr)_112px_minmax(0,1fr)]'
          : 'gap-x-3 md:grid-cols-[88px_minmax(0,1fr)]'
      }`}
    >
      {children}
    </dl>
  )
}

/** `isLong`: on a line of its own. */
export function Fact({ name, isLong, children }: { name: string; isLong?: boolean; children: ReactNode }) {
  return (
    <>
      <dt
        className={`flex min-h-7 items-center self-start text-ink-3 touch:min-h-11 ${isLong ? '@min-[600px]:col-start-1' : ''}`}
      >
        {name}
      </dt>
      <dd
        className={`flex min-h-7 min-w-0 items-center gap-1.5 py-1 [overflow-wrap:anywhere] touch:min-h-11 ${isLong ? '@min-[600px]:col-span-3' : ''}`}
      >
        {children}
      </dd>
    </>
  )
}

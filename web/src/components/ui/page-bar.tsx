import { createLink } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import { Tooltip } from './tooltip.tsx'

interface PageBarProps {
  title: ReactNode
  /** A `BackLink`, on pages one came to from a list. */
  back?: ReactNode
  actions?: ReactNode
  /** h1: it names the page. */
  heading?: 'h1' | 'h3'
}

/** The head of a page with its one h1: 52 px on a phone, 48 on a desk. */
export function PageBar({ title, back, actions, heading: Heading = 'h1' }: PageBarProps) {
  return (
    <div className="flex h-(--topbar) flex-none items-center gap-2 border-b border-line px-4 max-md:gap-1 max-md:px-1">
      {back}
      <Heading tabIndex={-1} className="clip flex-1 text-lg font-semibold outline-none first:max-md:pl-3">
        {title}
      </Heading>
      {actions}
    </div>
  )
}

/** One level up; with `crumb` it says in a word where that is. */
export const BackLink = createLink(function BackLink({
  label = 'Back',
  crumb,
  ...props
}: ComponentProps<'a'> & { label?: string; crumb?: string }) {
  return (
    <Tooltip text={label}>
      <a
        {...props}
        className={cx(
          'flex h-8 flex-none items-center justify-center gap-0.5 rounded-md text-ink-2 hover:bg-hover touch:h-11 touch:rounded-lg',
          crumb ? 'pr-2 pl-1 text-sm touch:text-lg' : 'w-8 touch:w-11',
        )}
      >
        <ChevronLeft aria-hidden="true" className="size-4 touch:size-5" strokeWidth={1.75} />
        {crumb && <span aria-hidden="true">{crumb}</span>}
        <span className="sr-only">{label}</span>
      </a>
    </Tooltip>
  )
})

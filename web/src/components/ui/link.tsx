import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { cx } from '../../lib/cx.ts'

/** A link within text: ink and underlined, never the accent. */
export const TextLink = createLink(function TextLink({ className, children, ...props }: ComponentProps<'a'>) {
  return (
    <a {...props} className={cx(textLinkClass, className)}>
      {children}
    </a>
  )
})

export const textLinkClass = 'text-ink underline decoration-control underline-offset-3 hover:decoration-current'

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Somebody a message speaks to; leads to who they are. */
export function MentionLink({ userId, children }: { userId: string; children: ReactNode }) {
  return (
    <Link
      to="/people/$userId"
      params={{ userId }}
      className="rounded-sm bg-stone-tint px-1 font-medium text-ink hover:bg-pressed"
    >
      {children}
    </Link>
  )
}

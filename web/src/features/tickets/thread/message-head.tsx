import type { PersonRef, ResponseKind } from '@physique57/contracts'
import { Lock, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../../lib/cx.ts'

export const kindLook = {
  reply: { icon: Reply, word: 'Reply to client', ink: 'text-blue', tint: 'bg-blue-tint' },
  note: { icon: Lock, word: 'Internal note', ink: 'text-note', tint: 'bg-amber-tint' },
} as const

interface MessageHeadProps {
  author: Pick<PersonRef, 'name'>
  kind: ResponseKind
  /** At its end: when it was, what can be done. */
  children: ReactNode
}

/** Who writes what to whom; a long name wraps beside the end instead of pushing it down. */
export function MessageHead({ author, kind, children }: MessageHeadProps) {
  const { icon: Icon, word, ink } = kindLook[kind]
  return (
    <header className="flex min-h-7 items-center gap-x-1.5 text-sm touch:min-h-11 touch:text-base">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1.5">
        <span className="font-semibold [overflow-wrap:anywhere]">{author.name}</span>
        <span className={cx('inline-flex items-center gap-1 font-medium text-xs touch:text-sm', ink)}>
          <Icon aria-hidden className="size-3.5" strokeWidth={2} />
          {word}
        </span>
      </span>
      {children}
    </header>
  )
}

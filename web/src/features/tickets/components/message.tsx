import type { TicketResponse } from '@physique57/contracts'
import { Lock, Reply } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Time } from '../../../components/ui/time.tsx'
import { cx } from '../../../lib/cx.ts'
import { Attachments } from '../../files/components/attachments.tsx'
import { Markdown } from './markdown.tsx'

export const kindLook = {
  reply: { icon: Reply, word: 'Reply to client', ink: 'text-blue', tint: 'bg-blue-tint' },
  note: { icon: Lock, word: 'Internal note', ink: 'text-note', tint: 'bg-amber-tint' },
} as const

/** One entry of the thread. A note can never be taken for a reply: icon, word, colour and ground differ. */
export function Message({ ticketId, response }: { ticketId: string; response: TicketResponse }) {
  const { id, kind, author, createdAt, body, attachments } = response
  const { icon: Icon, word, ink } = kindLook[kind]
  return (
    <article
      id={`response-${id}`}
      aria-label={`${word}, ${author.name}`}
      className={cx(
        'grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5 border-t px-4 py-3',
        kind === 'note'
          ? 'border-note-line bg-note-tint shadow-[inset_3px_0_0_var(--color-note)] [&+article]:border-note-line'
          : 'border-line',
      )}
    >
      <Avatar person={author} size={28} />
      <div className="min-w-0">
        <header className="flex min-h-7 flex-wrap items-center gap-x-1.5 text-sm touch:text-base">
          <span className="font-semibold">{author.name}</span>
          <span className={cx('inline-flex items-center gap-1 font-medium text-xs touch:text-sm', ink)}>
            <Icon aria-hidden className="size-3.5" strokeWidth={2} />
            {word}
          </span>
          <Time at={createdAt} format="short" className="num ml-auto text-ink-3 text-xs touch:text-sm" />
        </header>
        {body && <Markdown text={body} />}
        <Attachments ticketId={ticketId} files={attachments} className="mt-2" />
      </div>
    </article>
  )
}

import { responseAnchor, type TicketResponse } from '@physique57/contracts'
import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { Time } from '../../../components/ui/time.tsx'
import { cx } from '../../../lib/cx.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { Attachments } from '../../files/components/attachments.tsx'
import { Markdown } from './markdown.tsx'
import { kindLook, MessageHead } from './message-head.tsx'
import { MessageMenu } from './message-menu.tsx'

const MessageEdit = lazyPart(() => import('./message-edit.tsx'))

interface MessageProps {
  ticketId: string
  response: TicketResponse
  /** A link led to this one. */
  isLinked: boolean
}

/** One entry of the thread. A note can never be taken for a reply: icon, word, colour and ground differ. */
export function Message({ ticketId, response, isLinked }: MessageProps) {
  const { id, kind, author, createdAt, body, attachments } = response
  const { word } = kindLook[kind]
  const [isEditing, setEditing] = useState(false)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isLinked) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [isLinked])

  return (
    <article
      ref={place}
      id={responseAnchor(id)}
      tabIndex={-1}
      aria-label={`${word}, ${author.name}`}
      aria-current={isLinked ? 'location' : undefined}
      className={cx(
        'group/message grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5 border-t px-4 py-3 outline-none',
        kind === 'note'
          ? 'border-note-line bg-note-tint shadow-[inset_3px_0_0_var(--color-note)] [&+article]:border-note-line'
          : 'border-line',
        isLinked && 'shadow-[inset_3px_0_0_var(--color-accent)]!',
        // the ground of a note says that no client reads it
        isLinked && kind === 'reply' && 'bg-accent-tint',
      )}
    >
      <Avatar person={author} size={28} />
      <div className="min-w-0">
        <MessageHead author={author} kind={kind}>
          <span className="num flex flex-none items-center gap-1 text-ink-3 text-xs touch:text-sm">
            {response.editedAt && 'corrected'}
            <Time at={createdAt} format="short" />
          </span>
          {!response.deletedAt && (
            <MessageMenu ticketId={ticketId} response={response} onEdit={() => setEditing(true)} />
          )}
        </MessageHead>
        {response.deletedAt ? (
          <p className="flex items-center gap-1.5 text-ink-3 text-lg">
            <Trash2 aria-hidden className="size-4 flex-none" strokeWidth={1.75} />
            Taken back by {author.name}
          </p>
        ) : isEditing ? (
          <Part
            onMissing={() => {
              setEditing(false)
              sayMissing()
            }}
          >
            <MessageEdit ticketId={ticketId} response={response} onClose={() => setEditing(false)} />
          </Part>
        ) : (
          body && <Markdown text={body} mentions={response.mentions} />
        )}
        <Attachments ticketId={ticketId} files={attachments} className="mt-2" />
      </div>
    </article>
  )
}

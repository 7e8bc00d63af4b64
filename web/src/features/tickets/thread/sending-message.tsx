import { Clock3, TriangleAlert } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { cx } from '../../../lib/cx.ts'
import { describeError, OfflineError } from '../../../lib/problem.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { Markdown } from './markdown.tsx'
import { kindLook, MessageHead } from './message-head.tsx'
import type { useResponse } from './use-response.ts'

/** One's own response before the server has it: on its way, or kept because it did not arrive. */
export function SendingMessage({ outgoing }: { outgoing: NonNullable<ReturnType<typeof useResponse>['outgoing']> }) {
  const me = useAuth(({ user }) => user)
  const { kind, body, mentions, attachmentIds, isSending, error, tryAgain, takeBack } = outgoing
  const { word } = kindLook[kind]
  if (!me) return null
  return (
    <article
      aria-label={`${word}, ${isSending ? 'sending' : 'not sent'}`}
      className={cx(
        'grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5 border-t px-4 py-3',
        kind === 'note' ? 'border-note-line bg-note-tint shadow-[inset_3px_0_0_var(--color-note)]' : 'border-line',
      )}
    >
      <Avatar person={me} size={28} />
      <div className="min-w-0">
        <MessageHead author={me} kind={kind}>
          <span role="status" className="inline-flex flex-none items-center gap-1 text-ink-3 text-xs touch:text-sm">
            {isSending ? (
              <Clock3 aria-hidden className="size-3.5" strokeWidth={2} />
            ) : (
              <TriangleAlert aria-hidden className="size-3.5 text-red" strokeWidth={2} />
            )}
            {isSending ? 'Sending' : <span className="text-red">Not sent</span>}
          </span>
        </MessageHead>
        <div className="text-ink-2">{body && <Markdown text={body} mentions={mentions} />}</div>
        {attachmentIds.length > 0 && (
          <p className="mt-1 text-ink-3 text-sm touch:text-base">
            {attachmentIds.length === 1 ? 'With a file' : `With ${attachmentIds.length} files`}
          </p>
        )}
        {!isSending && (
          <div className="mt-2 grid gap-2">
            <p role="alert" className="text-sm touch:text-base">
              {whyNot(error)} Your text is kept.
            </p>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={tryAgain}>
                Try again
              </Button>
              <Button size="sm" variant="ghost" onClick={takeBack}>
                Change it
              </Button>
            </div>
          </div>
        )}
      </div>
    </article>
  )
}

function whyNot(error: Error | null): string {
  if (error instanceof OfflineError && !navigator.onLine)
    return 'There is no connection. It goes by itself once you are online again.'
  return error ? describeError(error).why : 'It has not arrived.'
}

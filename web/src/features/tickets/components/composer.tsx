import type { RefObject } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { cx } from '../../../lib/cx.ts'
import { describeError } from '../../../lib/problem.ts'
import type { useResponse } from '../use-response.ts'
import { FailureNotice } from './changed-notice.tsx'
import { kindLook } from './message.tsx'

const kinds = ['reply', 'note'] as const
const placeholders = { reply: 'What was said to the client?', note: 'Among staff only. The client never sees it.' }
const shortcuts = { reply: 'R', note: 'N' }

interface ComposerProps {
  response: ReturnType<typeof useResponse>
  input: RefObject<HTMLTextAreaElement | null>
}

/** Where replies and notes are written; which of the two is never in doubt. */
export function Composer({ response, input }: ComposerProps) {
  const { kind, body, write, setKind, send, isSending, error } = response
  const isEmpty = body.trim() === ''
  return (
    <form
      aria-label={kindLook[kind].word}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="grid gap-2"
    >
      <fieldset aria-label="Kind of response" className="flex gap-0.5">
        {kinds.map((each) => (
          <Mode key={each} kind={each} isOn={each === kind} onChoose={() => setKind(each)} />
        ))}
      </fieldset>
      <FailureNotice why={error ? `${describeError(error).why} Your text is kept.` : undefined} />
      <div
        className={cx(
          'rounded-lg border border-control focus-within:border-transparent focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1',
          kind === 'note' ? 'bg-note-tint' : 'bg-surface',
        )}
      >
        <textarea
          ref={input}
          aria-label={kindLook[kind].word}
          placeholder={placeholders[kind]}
          value={body}
          rows={2}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          className="field-sizing-content block max-h-[40dvh] min-h-15 w-full resize-none bg-transparent px-3 py-2 text-lg outline-none"
        />
        <div className="flex items-center gap-2 p-1">
          <span className="flex-1 pl-2 text-ink-3 text-xs max-md:invisible">Markdown works. Ctrl ↵ sends.</span>
          <Button type="submit" size="sm" variant={isEmpty ? 'outline' : 'primary'} busy={isSending} disabled={isEmpty}>
            {kind === 'reply' ? 'Send reply' : 'Add note'}
          </Button>
        </div>
      </div>
    </form>
  )
}

function Mode({ kind, isOn, onChoose }: { kind: 'reply' | 'note'; isOn: boolean; onChoose: () => void }) {
  const { icon: Icon, word, ink, tint } = kindLook[kind]
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={`${word} (${shortcuts[kind]})`}
      onClick={onChoose}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm touch:h-11 touch:flex-1 touch:justify-center touch:text-lg',
        isOn ? cx('font-medium', ink, tint) : 'text-ink-2 hover:bg-hover',
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2} />
      {word}
    </button>
  )
}

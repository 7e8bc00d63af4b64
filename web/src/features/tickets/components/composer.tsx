import { Camera, Paperclip } from 'lucide-react'
import type { RefObject } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsTouch } from '../../../lib/media.ts'
import { describeError } from '../../../lib/problem.ts'
import { ChooseFiles } from '../../files/components/choose-files.tsx'
import { UploadList } from '../../files/components/upload-list.tsx'
import { useFileDrop } from '../../files/use-file-drop.ts'
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
  const { kind, body, uploads, isEmpty, write, setKind, send, isSending, isWaiting, error } = response
  const isTouch = useIsTouch()
  const { isOver, target } = useFileDrop(uploads.add)
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
        {...target}
        className={cx(
          'rounded-lg border border-control focus-within:border-transparent focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1',
          isOver ? 'bg-accent-tint' : kind === 'note' ? 'bg-note-tint' : 'bg-surface',
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
        {uploads.count > 0 && (
          <div className="max-h-[30dvh] overflow-y-auto px-3 pb-1">
            <UploadList uploads={uploads} />
          </div>
        )}
        <div className="flex items-center gap-1 p-1">
          {isTouch && <ChooseFiles label="Take a photo" icon={Camera} camera iconOnly="ghost" onChoose={uploads.add} />}
          <ChooseFiles label="Add files" icon={Paperclip} iconOnly="ghost" onChoose={uploads.add} />
          <span className="flex-1 pl-1 text-ink-3 text-xs max-md:invisible">Markdown works. Ctrl ↵ sends.</span>
          <Button
            type="submit"
            size="sm"
            variant={isEmpty ? 'outline' : 'primary'}
            busy={isSending || isWaiting}
            disabled={isEmpty}
          >
            {isWaiting ? 'Waiting for files' : kind === 'reply' ? 'Send reply' : 'Add note'}
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

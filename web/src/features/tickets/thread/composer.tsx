import type { Ticket } from '@physique57/contracts'
import { AtSign, Camera, MessageSquareQuote, Paperclip } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { cx } from '../../../lib/cx.ts'
import { useIsTouch } from '../../../lib/media.ts'
import { describeError, ProblemError } from '../../../lib/problem.ts'
import { ChooseFiles } from '../../files/components/choose-files.tsx'
import { UploadList } from '../../files/components/upload-list.tsx'
import { useFileDrop } from '../../files/use-file-drop.ts'
import { ComposerMode } from './composer-mode.tsx'
import { MentionedPeople } from './mentioned-people.tsx'
import { kindLook } from './message-head.tsx'
import { NewsNotice } from './news-notice.tsx'
import type { useResponse } from './use-response.ts'
import { WritingField } from './writing-field.tsx'

const kinds = ['reply', 'note'] as const
const placeholders = { reply: 'What was said to the client?', note: 'Among staff only. The client never sees it.' }

interface ComposerProps {
  ticket: Ticket
  response: ReturnType<typeof useResponse>
  input: RefObject<HTMLTextAreaElement | null>
}

/** Where replies and notes are written; which of the two is never in doubt. */
export function Composer({ ticket, response, input }: ComposerProps) {
  const { kind, body, mentions, uploads, isEmpty, write, setKind, send, isWaiting, outgoing, news, gaps } = response
  const [isPicking, setPicking] = useState(false)
  const isTouch = useIsTouch()
  const { isOver, target } = useFileDrop(uploads.add)
  return (
    <form
      aria-label={kindLook[kind].word}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
    >
      <fieldset aria-label="Kind of response" className="flex gap-0.5">
        {kinds.map((each) => (
          <ComposerMode key={each} kind={each} isOn={each === kind} onChoose={() => setKind(each)} />
        ))}
      </fieldset>
      <FailureNotice why={whyNot(response)} />
      <NewsNotice {...news} />
      <FailureNotice
        why={gaps.length > 0 ? `Not sent yet: fill in ${gaps.map((gap) => `⟨${gap}⟩`).join(', ')} first.` : undefined}
      />
      <div
        {...target}
        className={cx(
          'rounded-lg border border-control focus-within:border-transparent focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1',
          isOver ? 'bg-accent-tint' : kind === 'note' ? 'bg-note-tint' : 'bg-surface',
        )}
      >
        <WritingField
          ticketId={ticket.id}
          ticket={ticket}
          input={input}
          aria-label={kindLook[kind].word}
          placeholder={placeholders[kind]}
          value={body}
          mentions={mentions}
          rows={2}
          onWrite={write}
          isPicking={isPicking}
          onPickingEnd={() => setPicking(false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          className="field-sizing-content block max-h-[40dvh] min-h-15 w-full resize-none bg-transparent px-3 py-2 text-lg outline-none"
        />
        <MentionedPeople people={mentions} />
        <div className="max-h-[30dvh] overflow-y-auto px-3 pb-1 empty:hidden">
          <UploadList uploads={uploads} />
        </div>
        <div className="flex items-center gap-1 p-1">
          {isTouch && <ChooseFiles label="Take a photo" icon={Camera} camera iconOnly="ghost" onChoose={uploads.add} />}
          <ChooseFiles label="Add files" icon={Paperclip} iconOnly="ghost" onChoose={uploads.add} />
          <IconButton icon={MessageSquareQuote} label="Canned replies" onClick={() => setPicking(true)} />
          <IconButton icon={AtSign} label="Mention somebody" onClick={() => startMention(input.current, body, write)} />
          <span className="clip min-w-0 flex-1 pl-1 text-ink-3 text-xs max-md:invisible">
            @ mentions, / brings canned replies. Ctrl ↵ sends.
          </span>
          <Button
            type="submit"
            size="sm"
            variant={isEmpty ? 'outline' : 'primary'}
            busy={isWaiting}
            disabled={isEmpty || outgoing !== undefined}
          >
            {isWaiting
              ? 'Waiting for files'
              : news.isStopped
                ? 'Send anyway'
                : kind === 'reply'
                  ? 'Send reply'
                  : 'Add note'}
          </Button>
        </div>
      </div>
    </form>
  )
}

/** What is wrong at a field is said in its own words. */
function whyNot({ error }: ReturnType<typeof useResponse>): string | undefined {
  if (!error) return undefined
  const [field] = error instanceof ProblemError ? error.fields : []
  return `${field ? `${field.message}.` : describeError(error).why} Your text is kept.`
}

/** An @ where the caret is, as if it had been typed. */
function startMention(input: HTMLTextAreaElement | null, body: string, write: (body: string) => void) {
  if (!input) return
  const at = input.selectionStart
  const before = body.slice(0, at)
  const sign = before === '' || /\s$/.test(before) ? '@' : ' @'
  write(before + sign + body.slice(at))
  requestAnimationFrame(() => {
    input.focus()
    input.setSelectionRange(at + sign.length, at + sign.length)
  })
}

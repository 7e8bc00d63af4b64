import type { Id, PersonRef, Ticket } from '@physique57/contracts'
import { type ComponentProps, type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { findTrigger, type Trigger } from './find-trigger.ts'
import type { WritingPickerProps } from './writing-picker.tsx'

const WritingPicker = lazyPart<WritingPickerProps>(() => import('./writing-picker.tsx'))

/** Somebody a text speaks to; `sees` is false for who gets sight of the ticket by it. */
export type Mentioned = PersonRef & { sees?: boolean | undefined }

interface WritingFieldProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> {
  ticketId: Id
  /** With it, `/` at the beginning of a line offers canned replies. */
  ticket?: Ticket | undefined
  input: RefObject<HTMLTextAreaElement | null>
  value: string
  mentions: readonly Mentioned[]
  onWrite: (text: string, mentions?: Mentioned[]) => void
  /** Opened by a button: the canned replies, for where the caret is. */
  isPicking?: boolean
  onPickingEnd?: () => void
}

/** A text in Markdown in which `@` mentions people and `/` brings what was written ahead. */
export function WritingField(props: WritingFieldProps) {
  const {
    ticketId,
    ticket,
    input,
    value,
    mentions,
    onWrite,
    isPicking = false,
    onPickingEnd,
    onKeyDown,
    ...rest
  } = props
  const listId = useId()
  const [caret, setCaret] = useState<number>()
  const [closedAt, setClosedAt] = useState<number>()
  const [active, setActive] = useState<string>()
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const typed = caret === undefined ? undefined : triggerAt(value, caret, mentions, ticket !== undefined)
  const called = typed && typed.from !== closedAt ? typed : undefined
  // a field that lost the focus still knows where one was in it
  const place = isPicking ? (input.current?.selectionStart ?? value.length) : 0
  const trigger: Trigger | undefined = isPicking ? { sign: '/', query: '', from: place, to: place } : called

  const follow = () => setCaret(input.current === document.activeElement ? input.current?.selectionStart : undefined)
  const close = () => {
    setActive(undefined)
    if (trigger) setClosedAt(trigger.from)
    onPickingEnd?.()
  }
  /** The text takes the place of what was typed to call for it; what is selected then is typed over. */
  const insert = (
    text: string,
    { mention, select }: { mention?: Mentioned; select?: { from: number; to: number } } = {},
  ) => {
    if (!trigger) return
    const { from, to } = trigger
    const next = value.slice(0, from) + text + value.slice(to)
    close()
    onWrite(next, mention && [...mentions.filter(({ id }) => id !== mention.id), mention])
    const [start, end] = select ? [from + select.from, from + select.to] : [from + text.length, from + text.length]
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(start, end)
    })
  }

  return (
    <div className="relative flex flex-col">
      <textarea
        {...rest}
        ref={input}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={trigger ? listId : undefined}
        aria-activedescendant={trigger ? active : undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart)
          setClosedAt((at) => (at !== undefined && event.target.value[at] !== undefined ? at : undefined))
          onWrite(event.target.value)
        }}
        onSelect={follow}
        onBlur={(event) => {
          if (!event.relatedTarget?.closest(`#${CSS.escape(listId)}-panel`)) setCaret(undefined)
        }}
        onKeyDown={(event) => {
          if (trigger && event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            return close()
          }
          if (trigger && keys.current?.(event)) return event.preventDefault()
          onKeyDown?.(event)
        }}
      />
      {trigger && (
        <Part onMissing={close}>
          <WritingPicker
            listId={listId}
            trigger={trigger}
            ticketId={ticketId}
            ticket={ticket}
            keys={keys}
            onActive={setActive}
            onInsert={insert}
            onClose={close}
            withSearch={isPicking}
          />
        </Part>
      )}
    </div>
  )
}

function triggerAt(text: string, caret: number, mentions: readonly Mentioned[], withReplies: boolean) {
  const found = findTrigger(
    text,
    caret,
    mentions.map(({ name }) => name),
  )
  return found?.sign === '/' && !withReplies ? undefined : found
}

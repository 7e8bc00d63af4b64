import type { Id, Ticket } from '@physique57/contracts'
import type { KeyboardEvent, RefObject } from 'react'
import { CannedPicker } from './canned-picker.tsx'
import type { Trigger } from './find-trigger.ts'
import { MentionPicker } from './mention-picker.tsx'
import type { Mentioned } from './writing-field.tsx'

export interface WritingPickerProps {
  listId: string
  trigger: Trigger
  ticketId: Id
  ticket: Ticket | undefined
  /** Hears what is typed into the text while this is open; true for what it took. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
  onActive: (optionId: string | undefined) => void
  onInsert: (text: string, more?: { mention?: Mentioned; select?: { from: number; to: number } }) => void
  onClose: () => void
  /** Opened by a button, it is looked through in a field of its own. */
  withSearch: boolean
}

/** What can be put where the caret is. */
export default function WritingPicker(props: WritingPickerProps) {
  const { ticket } = props
  if (props.trigger.sign === '@') return <MentionPicker {...props} />
  return ticket ? <CannedPicker {...props} ticket={ticket} /> : null
}

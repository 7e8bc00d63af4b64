import type { Ticket } from '@physique57/contracts'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Textarea } from '../../../components/ui/input.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { describeError } from '../../../lib/problem.ts'
import { useUnsentWords } from '../unsent-words.ts'
import { resolve } from './ticket-actions.ts'
import { useChangesSince } from './use-changes-since.ts'
import { useTicketAction } from './use-ticket-action.ts'

const ways = ['In person', 'Phone', 'WhatsApp', 'E-mail'].map((way) => ({ value: way, label: way }))

interface TicketDialogProps {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

/** How it was resolved, and whether the client knows. What was typed stays when the dialog is closed or fails. */
export function ResolveDialog({ ticket, isOpen, onClose }: TicketDialogProps) {
  const [note, setNote] = useUnsentWords(ticket.id, 'resolve')
  const [isInformed, setInformed] = useState(false)
  const [how, setHow] = useState<string | null>(null)
  const [wasTried, setTried] = useState(false)
  const noteInput = useRef<HTMLTextAreaElement>(null)
  const changes = useChangesSince(ticket, isOpen)
  const { mutate, isPending, error } = useTicketAction(ticket, resolve, {
    showsFailure: true,
    onDone: () => {
      setNote('')
      setTried(false)
      onClose()
    },
  })

  const submit = () => {
    setTried(true)
    if (note.trim() === '') return noteInput.current?.focus()
    mutate({ note: note.trim(), clientInformed: isInformed, ...(isInformed && how && { clientInformedHow: how }) })
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Resolve ${ticket.key}`}
      initialFocus={noteInput}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isPending} onClick={submit}>
            Resolve ticket
          </Button>
        </>
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      >
        <ChangedNotice changes={changes} />
        <Field
          label="How was it resolved?"
          error={wasTried && note.trim() === '' ? 'Say in a sentence how it was resolved.' : undefined}
        >
          <Textarea ref={noteInput} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Checkbox checked={isInformed} onChange={setInformed}>
          The client was informed
        </Checkbox>
        {isInformed && (
          <Field label="How were they informed?" optional group>
            <Segments value={how} onChange={setHow} options={ways} />
          </Field>
        )}
        <FailureNotice why={error && changes.length === 0 ? describeError(error).why : undefined} />
      </form>
    </Dialog>
  )
}

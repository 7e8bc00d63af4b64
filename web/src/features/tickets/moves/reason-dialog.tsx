import type { Ticket } from '@physique57/contracts'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Textarea } from '../../../components/ui/input.tsx'
import { describeError } from '../../../lib/problem.ts'
import { useUnsentWords } from '../unsent-words.ts'
import type { TicketAction } from './ticket-actions.ts'
import { useChangesSince } from './use-changes-since.ts'
import { useTicketAction } from './use-ticket-action.ts'

interface ReasonDialogProps {
  ticket: Ticket
  action: TicketAction<{ reason: string }>
  isOpen: boolean
  onClose: () => void
  /** "Escalate"; the ticket's key follows. */
  verb: string
  /** What will happen. */
  explanation: string
}

/** An action that has to say why: escalating and reopening. */
export function ReasonDialog({ ticket, action, isOpen, onClose, verb, explanation }: ReasonDialogProps) {
  const [reason, setReason] = useUnsentWords(ticket.id, verb)
  const [wasTried, setTried] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const changes = useChangesSince(ticket, isOpen)
  const done = () => {
    setReason('')
    setTried(false)
    onClose()
  }
  const { mutate, isPending, error } = useTicketAction(ticket, action, { showsFailure: true, onDone: done })
  const submit = () => {
    setTried(true)
    if (reason.trim() === '') return input.current?.focus()
    mutate({ reason: reason.trim() })
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`${verb} ${ticket.key}`}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isPending} onClick={submit}>
            {verb} ticket
          </Button>
        </>
      }
    >
      <ChangedNotice changes={changes} />
      <p>{explanation}</p>
      <Field label="Reason" error={wasTried && reason.trim() === '' ? 'Say why in a sentence.' : undefined}>
        <Textarea
          ref={input}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      </Field>
      <FailureNotice why={error && changes.length === 0 ? describeError(error).why : undefined} />
    </Dialog>
  )
}

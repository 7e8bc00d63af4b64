import type { BulkChangeSent } from '@physique57/contracts'
import { useRef, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Textarea } from '../../../components/ui/input.tsx'

interface BulkWordsDialogProps {
  verb: 'Resolve' | 'Reopen'
  /** "12 tickets". */
  what: string
  isOpen: boolean
  onClose: () => void
  onChange: (change: BulkChangeSent) => void
}

const asks = {
  Resolve: { label: 'How were they resolved?', missing: 'Say in a sentence how they were resolved.' },
  Reopen: { label: 'Why?', missing: 'Say why in a sentence.' },
}

/** What is said of all of them: how they were resolved, or why they are open again. */
export function BulkWordsDialog({ verb, what, isOpen, onClose, onChange }: BulkWordsDialogProps) {
  const [words, setWords] = useState('')
  const [isInformed, setInformed] = useState(false)
  const [wasTried, setTried] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const said = words.trim()
  const submit = () => {
    setTried(true)
    if (said === '') return input.current?.focus()
    onChange(
      verb === 'Resolve' ? { resolve: { note: said, clientInformed: isInformed } } : { reopen: { reason: said } },
    )
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`${verb} ${what}`}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit}>
            {verb} {what}
          </Button>
        </>
      }
    >
      <p>
        Each ticket that cannot be {verb === 'Resolve' ? 'resolved' : 'reopened'} is refused and named with the reason.
      </p>
      <Field label={asks[verb].label} error={wasTried && said === '' ? asks[verb].missing : undefined}>
        <Textarea
          ref={input}
          value={words}
          maxLength={2_000}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      </Field>
      {verb === 'Resolve' && (
        <Checkbox checked={isInformed} onChange={setInformed}>
          The clients were informed
        </Checkbox>
      )}
    </Dialog>
  )
}

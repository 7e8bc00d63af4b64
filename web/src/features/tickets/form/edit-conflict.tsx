import type { Ticket } from '@physique57/contracts'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { Segments } from '../../../components/ui/segments.tsx'
import { whatChanged } from '../moves/what-changed.ts'
import { describePart, labelOfPart, type PartNames } from './describe-part.ts'
import { valuesOf } from './edit-ticket.ts'
import type { EditPart } from './merge-edits.ts'
import type { NewTicketValues } from './new-ticket.ts'

interface EditConflictProps {
  base: Ticket
  theirs: Ticket
  mine: NewTicketValues
  /** Where both changed the same. */
  conflicts: EditPart[]
  names: PartNames
  isOpen: boolean
  onSave: (takenFromThem: EditPart[]) => void
  onKeepEditing: (takenFromThem: EditPart[]) => void
}

const sides = [
  { value: 'mine', label: 'Keep mine' },
  { value: 'theirs', label: 'Take theirs' },
] as const

/** Somebody saved first: what they changed, and field by field whose words stand where both changed the same. */
export function EditConflict(props: EditConflictProps) {
  const { base, theirs, mine, conflicts, names, isOpen, onSave, onKeepEditing } = props
  const [taken, setTaken] = useState<EditPart[]>([])
  const choose = (part: EditPart, side: 'mine' | 'theirs') =>
    setTaken([...taken.filter((each) => each !== part), ...(side === 'theirs' ? [part] : [])])
  const after = valuesOf(theirs)

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onKeepEditing(taken)}
      title={`${theirs.key} was changed while you were editing`}
      width="lg"
      footer={
        <>
          <Button onClick={() => onKeepEditing(taken)}>Keep editing</Button>
          <Button variant="primary" onClick={() => onSave(taken)}>
            {conflicts.length > 0 ? 'Save my choices' : 'Save mine as well'}
          </Button>
        </>
      }
    >
      <ChangedNotice changes={whatChanged(base, theirs)} />
      <p>
        {conflicts.length === 0
          ? 'Nothing you changed is among it. Your changes are still here and can be saved as well.'
          : 'You both changed what stands below. Nothing is overwritten before you choose.'}
      </p>
      {conflicts.map((part) => (
        <Field key={part} label={labelOfPart(part, names)} group>
          <dl className="grid gap-1.5 text-ink">
            <Side name="Theirs" text={describePart(part, after, names)} />
            <Side name="Yours" text={describePart(part, mine, names)} />
          </dl>
          <Segments
            value={taken.includes(part) ? 'theirs' : 'mine'}
            onChange={(side) => choose(part, side)}
            options={sides}
          />
        </Field>
      ))}
    </Dialog>
  )
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <div className="grid gap-0.5 rounded-md border border-line px-3 py-2">
      <dt className="text-ink-3 text-xs touch:text-sm">{name}</dt>
      <dd className="max-h-40 overflow-y-auto whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd>
    </div>
  )
}

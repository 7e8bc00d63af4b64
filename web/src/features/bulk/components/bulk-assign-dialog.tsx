import type { AssignTicket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Field } from '../../../components/ui/field.tsx'
import { assignableQuery } from '../../catalogue/api.ts'

interface BulkAssignDialogProps {
  /** "12 tickets". */
  what: string
  isOpen: boolean
  onClose: () => void
  onAssign: (to: AssignTicket) => void
}

/** To whom all of them go. */
export function BulkAssignDialog({ what, isOpen, onClose, onAssign }: BulkAssignDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [wasTried, setTried] = useState(false)
  const { data } = useQuery({ ...assignableQuery(), enabled: isOpen })
  const submit = () => {
    setTried(true)
    if (chosen) onAssign(targetOf(chosen))
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Assign ${what}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit}>
            Assign {what}
          </Button>
        </>
      }
    >
      <Field label="Assign to" error={wasTried && !chosen ? 'Choose a person or a team.' : undefined}>
        <Combobox
          aria-label="Assign to"
          placeholder="Find a person or team"
          value={chosen}
          onChange={setChosen}
          emptyText="Nobody is called that."
          options={[
            { value: 'auto', label: 'By the rules' },
            { value: 'nobody', label: 'Nobody' },
            ...(data?.people ?? []).map(({ id, name, team, available }) => ({
              value: `person ${id}`,
              label: name,
              hint: available ? team.name : `${team.name}, away`,
            })),
            ...(data?.teams ?? []).map(({ id, name }) => ({ value: `team ${id}`, label: name, hint: 'team' })),
          ]}
        />
      </Field>
    </Dialog>
  )
}

function targetOf(chosen: string): AssignTicket {
  const [kind, id = ''] = chosen.split(' ')
  if (kind === 'auto') return { auto: true }
  if (kind === 'team') return { teamId: id }
  return { userId: kind === 'person' ? id : null }
}

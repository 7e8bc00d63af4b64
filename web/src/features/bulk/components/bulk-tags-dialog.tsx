import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Field } from '../../../components/ui/field.tsx'
import TagField from '../../tags/components/tag-field.tsx'

interface BulkTagsDialogProps {
  /** "12 tickets". */
  what: string
  isOpen: boolean
  onClose: () => void
  onChange: (tags: { add: string[]; remove: string[] }) => void
}

/** Which tags all of them get, and which they lose; whatever others they have stay. */
export function BulkTagsDialog({ what, isOpen, onClose, onChange }: BulkTagsDialogProps) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const [wasTried, setTried] = useState(false)
  const isNothing = add.length + remove.length === 0
  const submit = () => {
    setTried(true)
    if (!isNothing) onChange({ add, remove })
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Tag ${what}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={submit}>
            Tag {what}
          </Button>
        </>
      }
    >
      <Field label="Add" error={wasTried && isNothing ? 'Choose a tag to add or remove.' : undefined} group>
        <TagField
          label="Tag to add"
          value={add}
          onChange={(tags) => {
            setAdd(tags)
            setRemove(remove.filter((tag) => !tags.includes(tag)))
          }}
        />
      </Field>
      <Field label="Remove" group>
        <TagField
          label="Tag to remove"
          isOnlyKnown
          value={remove}
          onChange={(tags) => {
            setRemove(tags)
            setAdd(add.filter((tag) => !tags.includes(tag)))
          }}
        />
      </Field>
    </Dialog>
  )
}

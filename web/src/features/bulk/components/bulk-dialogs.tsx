import type { BulkChangeSent } from '@physique57/contracts'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import type { BulkAsked } from './bulk-asked.ts'
import { BulkAssignDialog } from './bulk-assign-dialog.tsx'
import { BulkTagsDialog } from './bulk-tags-dialog.tsx'
import { BulkWordsDialog } from './bulk-words-dialog.tsx'

interface BulkDialogsProps {
  /** "12 tickets". */
  what: string
  asked: BulkAsked | null
  onClose: () => void
  onChange: (change: BulkChangeSent) => void
}

/** What has to be said before many tickets are changed. */
export function BulkDialogs({ what, asked, onClose, onChange }: BulkDialogsProps) {
  return (
    <>
      <BulkAssignDialog
        what={what}
        isOpen={asked === 'assign'}
        onClose={onClose}
        onAssign={(assign) => onChange({ assign })}
      />
      {asked === 'tags' && (
        <BulkTagsDialog what={what} isOpen onClose={onClose} onChange={(tags) => onChange({ tags })} />
      )}
      {(asked === 'Resolve' || asked === 'Reopen') && (
        <BulkWordsDialog verb={asked} what={what} isOpen onClose={onClose} onChange={onChange} />
      )}
      <ConfirmDialog
        open={asked === 'delete'}
        onOpenChange={onClose}
        title={`Delete ${what}?`}
        confirm={`Delete ${what}`}
        danger
        onConfirm={() => onChange({ delete: true })}
      >
        <p>They disappear from every list and their clocks stop. Admins can bring them back from the trash.</p>
      </ConfirmDialog>
    </>
  )
}

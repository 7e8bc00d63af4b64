import type { BulkOperation, Id } from '@physique57/contracts'
import { toast } from '../../components/ui/toast.tsx'
import { markToldHere } from '../../lib/told-here.ts'
import { showBulk } from './bulk-store.ts'
import { endInWords } from './bulk-words.ts'

/** How it ended. What was refused is a press away: whoever went on working is not interrupted by it. */
export function tellBulk(operation: BulkOperation, undo: (id: Id) => void): void {
  markToldHere(operation.id)
  const text = endInWords(operation)
  if (operation.refused > 0) {
    toast.info(text, { action: { label: 'See which', onClick: () => showBulk(operation) } })
  } else if (operation.undoableUntil) toast.undo(text, () => undo(operation.id))
  else toast.info(text)
}

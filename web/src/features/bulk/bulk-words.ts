import { type BulkOperation, priorityLabel, statusLabel } from '@physique57/contracts'
import { formatNumber } from '../../lib/format.ts'

export const counted = (tickets: number): string => (tickets === 1 ? '1 ticket' : `${formatNumber(tickets)} tickets`)

/** How it ended: "12 tickets changed, 3 refused". */
export function endInWords({ kind, changed, refused }: BulkOperation): string {
  return `${counted(changed)} ${kind === 'undo' ? 'as before' : 'changed'}${refused > 0 ? `, ${formatNumber(refused)} refused` : ''}`
}

/** What was to be done to each. */
export function changeInWords({ change }: BulkOperation): string {
  if (!change) return 'Taken back'
  if ('priority' in change) return `Priority ${priorityLabel[change.priority].toLowerCase()}`
  if ('status' in change) return statusLabel[change.status]
  if ('assign' in change) return 'Assigned'
  if ('resolve' in change) return 'Resolved'
  if ('reopen' in change) return 'Reopened'
  if ('delete' in change) return 'Deleted'
  const { add, remove } = change.tags
  const said = [add.length > 0 && `with ${add.join(', ')}`, remove.length > 0 && `without ${remove.join(', ')}`]
  return `Tagged ${said.filter(Boolean).join(', ')}`
}

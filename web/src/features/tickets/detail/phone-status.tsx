import type { Ticket } from '@physique57/contracts'
import { Priority } from '../priority.tsx'
import { SlaChip } from '../sla-chip.tsx'
import { Status } from '../status.tsx'

export function PhoneStatus({ ticket }: { ticket: Ticket }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
      <Status status={ticket.status} />
      <Priority priority={ticket.priority} />
      <SlaChip clock={ticket.resolution} />
    </div>
  )
}

import { priorityLabel, type Ticket } from '@physique57/contracts'
import { Button } from '../../../components/ui/button.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { PriorityIcon } from '../priority.tsx'
import { PriorityItems } from './priority-items.tsx'

export function PriorityMenu({ ticket }: { ticket: Ticket }) {
  if (!ticket.can.edit) return null
  return (
    <Menu
      trigger={
        <Button aria-label={`Priority: ${priorityLabel[ticket.priority]}`}>
          <PriorityIcon priority={ticket.priority} />
          {priorityLabel[ticket.priority]}
        </Button>
      }
    >
      <PriorityItems ticket={ticket} />
    </Menu>
  )
}

import { Priority, priorityLabel, type Ticket } from '@physique57/contracts'
import { Button } from '../../../components/ui/button.tsx'
import { Menu, MenuChoice } from '../../../components/ui/menu.tsx'
import { changePriority } from '../ticket-actions.ts'
import { useTicketAction } from '../use-ticket-action.ts'
import { PriorityIcon } from './priority.tsx'

const options = Priority.options.toReversed().map((priority) => ({
  value: priority,
  label: priorityLabel[priority],
  mark: <PriorityIcon priority={priority} />,
}))

export function PriorityMenu({ ticket }: { ticket: Ticket }) {
  const change = useTicketAction(ticket, changePriority)
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
      <MenuChoice
        label="Priority"
        value={ticket.priority}
        options={options}
        onChange={(priority) => priority !== ticket.priority && change.mutate(priority)}
      />
    </Menu>
  )
}

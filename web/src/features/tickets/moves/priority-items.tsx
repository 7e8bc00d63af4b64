import { Priority, priorityLabel, type TicketSummary } from '@physique57/contracts'
import { MenuChoice } from '../../../components/ui/menu.tsx'
import { PriorityIcon } from '../priority.tsx'
import { changePriority } from './ticket-actions.ts'
import { useTicketAction } from './use-ticket-action.ts'

const options = Priority.options.toReversed().map((priority) => ({
  value: priority,
  label: priorityLabel[priority],
  mark: <PriorityIcon priority={priority} />,
}))

export function PriorityItems({ ticket }: { ticket: TicketSummary }) {
  const change = useTicketAction(ticket, changePriority)
  return (
    <MenuChoice
      label="Priority"
      value={ticket.priority}
      options={options}
      onChange={(priority) => priority !== ticket.priority && change.mutate(priority)}
    />
  )
}

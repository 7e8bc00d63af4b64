import type { Ticket } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { Avatar } from '../../../components/ui/avatar.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { Popover } from '../../../components/ui/popover.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useAuth } from '../../../stores/auth-store.ts'
import { assignableQuery } from '../../catalogue/api.ts'
import { assignOptions } from './assign-options.ts'
import { assign } from './ticket-actions.ts'
import { useTicketAction } from './use-ticket-action.ts'

const loadList = () => import('./assign-list.tsx')
const AssignList = lazyPart(loadList)

interface AssignMenuProps {
  ticket: Ticket
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  className?: string
}

/** Who shall have it: yourself, whoever the rules choose, a person, a team, or nobody; found by typing. */
export function AssignMenu({ ticket, isOpen, onOpenChange, className }: AssignMenuProps) {
  const me = useAuth((auth) => auth.user)
  const mayChoose = ticket.can.assign || ticket.can.assignWithinTeam
  const { data: assignable } = useQuery({ ...assignableQuery(), enabled: mayChoose })
  const assigning = useTicketAction(ticket, assign)
  if (!me) return null
  const options = assignOptions(ticket, me, assignable)
  const [only, ...more] = options
  if (!only) return null
  if (more.length === 0) {
    return (
      <Button busy={assigning.isPending} className={className} onClick={() => assigning.mutate(only.assignment)}>
        {only.label}
      </Button>
    )
  }

  return (
    <Popover
      title="Assign"
      loadChildren={loadList}
      open={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <Button className={className}>
          <span aria-hidden="true">
            <Avatar person={ticket.assignee} size={20} className="align-middle" />
          </span>
          Assign
        </Button>
      }
    >
      <AssignList
        options={options}
        onChoose={(option) => {
          onOpenChange(false)
          assigning.mutate(option.assignment)
        }}
      />
    </Popover>
  )
}

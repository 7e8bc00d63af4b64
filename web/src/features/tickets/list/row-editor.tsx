import type { TicketSummary } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import MenuContent from '../../../components/ui/menu-content.tsx'
import PopoverContent from '../../../components/ui/popover-content.tsx'
import { useAuth } from '../../../stores/auth-store.ts'
import { assignableQuery } from '../../catalogue/api.ts'
import { ticketQueries } from '../api.ts'
import AssignList from '../moves/assign-list.tsx'
import { assignOptions } from '../moves/assign-options.ts'
import { PriorityItems } from '../moves/priority-items.tsx'
import { StatusItems } from '../moves/status-items.tsx'
import { assign } from '../moves/ticket-actions.ts'
import { TicketDialogs } from '../moves/ticket-dialogs.tsx'
import { useTicketAction } from '../moves/use-ticket-action.ts'
import type { TicketDialog } from '../moves/use-ticket-dialogs.ts'
import { linkTo } from './focused-row.ts'
import { endEdit, type RowEdit } from './row-edit.ts'
import { TagsOfRow } from './tags-of-row.tsx'

/** Changes a field of a row where it stands; the focus goes back to the row. */
export default function RowEditor({ edit }: { edit: RowEdit | null }) {
  const [asked, setAsked] = useState<{ ticket: TicketSummary; dialog: TicketDialog } | null>(null)
  return (
    <>
      {edit && <Choices key={`${edit.ticket.id} ${edit.what}`} edit={edit} onAsk={setAsked} />}
      {asked && <Asked key={asked.ticket.id} {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

interface ChoicesProps {
  edit: RowEdit
  onAsk: (asked: { ticket: TicketSummary; dialog: TicketDialog }) => void
}

function Choices({ edit, onAsk }: ChoicesProps) {
  const { ticket, what, isByPointer } = edit
  const anchor = useRef<HTMLElement | null>(edit.anchor)
  const overlay = {
    open: true,
    anchor,
    // a card that was moved, or came anew from the server, is another element by then
    finalFocus: () => linkTo(ticket.id),
    isByPointer,
    triggerId: '',
    onOpenChange: (isOpen: boolean) => !isOpen && endEdit(),
  }
  if (what === 'me') return <Take ticket={ticket} />
  if (what === 'assignee') {
    return (
      <PopoverContent {...overlay} hover={undefined} title="Assign" align="start">
        <People ticket={ticket} />
      </PopoverContent>
    )
  }
  if (what === 'tags') {
    return (
      <PopoverContent {...overlay} hover={undefined} title="Tags" align="start">
        <TagsOfRow ticket={ticket} />
      </PopoverContent>
    )
  }
  return (
    <MenuContent {...overlay} align="start" side="bottom" label={what === 'status' ? 'Status' : 'Priority'}>
      {what === 'status' ? (
        <StatusItems ticket={ticket} onAsk={(dialog) => onAsk({ ticket, dialog })} />
      ) : (
        <PriorityItems ticket={ticket} />
      )}
    </MenuContent>
  )
}

function People({ ticket }: { ticket: TicketSummary }) {
  const me = useAuth((auth) => auth.user)
  const { data: assignable } = useQuery({
    ...assignableQuery(),
    enabled: ticket.can.assign || ticket.can.assignWithinTeam,
  })
  const assigning = useTicketAction(ticket, assign)
  return (
    me && (
      <AssignList
        options={assignOptions(ticket, me, assignable)}
        onChoose={(option) => {
          endEdit()
          assigning.mutate(option.assignment)
        }}
      />
    )
  )
}

/** For oneself, at once. */
function Take({ ticket }: { ticket: TicketSummary }) {
  const me = useAuth((auth) => auth.user)
  const { mutate } = useTicketAction(ticket, assign)
  const isDone = useRef(false)
  useEffect(() => {
    if (!me || isDone.current) return
    isDone.current = true
    mutate({ to: { userId: me.id }, assignee: { id: me.id, name: me.name } })
    endEdit()
  }, [me, mutate])
  return null
}

interface AskedProps {
  ticket: TicketSummary
  dialog: TicketDialog
  onClose: () => void
}

/** Its dialogs need all of the ticket. */
function Asked({ ticket: { id }, dialog, onClose }: AskedProps) {
  const { data: ticket } = useQuery(ticketQueries.detail(id))
  const [open, show] = useState<TicketDialog | null>(dialog)
  const hide = () => {
    show(null)
    onClose()
  }
  return ticket && <TicketDialogs ticket={ticket} dialogs={{ open, show, hide }} />
}

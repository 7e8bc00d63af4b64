import { type TicketResponse, tickets } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Link, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../components/ui/button.tsx'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../components/ui/menu.tsx'
import { call } from '../../../lib/call.ts'
import { formatTime } from '../../../lib/format.ts'
import { useNow } from '../../../lib/now.ts'
import { describeError } from '../../../lib/problem.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { ticketQueries } from '../api.ts'
import { copyLink } from '../moves/copy-link.ts'
import { refreshAfterChange } from '../ticket-cache.ts'

interface MessageMenuProps {
  ticketId: string
  response: TicketResponse
  onEdit: () => void
}

const names = { reply: 'reply', note: 'note' } as const

/** What can be done with one message; correcting and taking back only for whoever wrote it, for a while. */
export function MessageMenu({ ticketId, response, onEdit }: MessageMenuProps) {
  const { id, kind, author, changeableUntil } = response
  const client = useQueryClient()
  const now = useNow()
  const zone = useTimeZone()
  const [isAsking, setAsking] = useState(false)
  const takeBack = useMutation({
    mutationFn: () => call(tickets.removeResponse, { params: { id: ticketId, responseId: id } }),
    onSuccess: async () => {
      setAsking(false)
      await client.invalidateQueries({ queryKey: ticketQueries.responses(ticketId).queryKey })
      await refreshAfterChange(client, ticketId)
    },
  })
  const until = changeableUntil !== null && now < Date.parse(changeableUntil) ? formatTime(changeableUntil, zone) : null

  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            icon={Ellipsis}
            size="sm"
            label={`About this ${names[kind]} of ${author.name}`}
            className="opacity-0 focus-visible:opacity-100 group-focus-within/message:opacity-100 group-hover/message:opacity-100 aria-expanded:opacity-100 touch:opacity-100"
          />
        }
      >
        <MenuItem icon={Link} onSelect={() => copyLink(`this ${names[kind]}`, ticketId, id)}>
          Copy link
        </MenuItem>
        {until && (
          <>
            <MenuItem icon={Pencil} onSelect={onEdit}>
              Correct… <span className="text-ink-3">until {until}</span>
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
              Take back… <span className="text-ink-3">until {until}</span>
            </MenuItem>
          </>
        )}
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Take back this ${names[kind]}?`}
        confirm={`Take back ${names[kind]}`}
        danger
        busy={takeBack.isPending}
        onConfirm={() => takeBack.mutate()}
      >
        <p>Its words and files disappear. That it was there stays in the ticket’s activity.</p>
        <FailureNotice why={takeBack.error ? describeError(takeBack.error).why : undefined} />
      </ConfirmDialog>
    </>
  )
}

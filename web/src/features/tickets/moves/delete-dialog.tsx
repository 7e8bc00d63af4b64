import { type Ticket, tickets } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChangedNotice } from '../../../components/ui/changed-notice.tsx'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { FailureNotice } from '../../../components/ui/failure-notice.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { describeError, hasCode } from '../../../lib/problem.ts'
import { ticketQueries } from '../api.ts'
import { useListPlace } from '../list/list-place.ts'
import { useChangesSince } from './use-changes-since.ts'
import { useRestore } from './use-restore.ts'

interface DeleteDialogProps {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

export function DeleteDialog({ ticket, isOpen, onClose }: DeleteDialogProps) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const changes = useChangesSince(ticket, isOpen)
  const { queryKey } = ticketQueries.detail(ticket.id)
  const restoring = useRestore()
  const remove = useMutation({
    mutationFn: () => call(tickets.remove, { params: { id: ticket.id }, ifMatch: ticket.version }),
    onSuccess: async () => {
      toast.undo(`${ticket.key} is in the trash`, () => restoring.mutate(ticket.id))
      await navigate({ to: '/tickets', search: useListPlace.getState().search })
      client.removeQueries({ queryKey })
      await client.invalidateQueries({ queryKey: ['tickets', 'list'] })
    },
    onError: async (error) => {
      if (hasCode(error, 'stale_version')) await client.invalidateQueries({ queryKey })
    },
  })

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${ticket.key}?`}
      confirm="Delete ticket"
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <ChangedNotice changes={changes} />
      <p>
        “{ticket.title}” disappears from every list, its clocks stop, and only admins can still find it in the trash.
      </p>
      <FailureNotice why={remove.error && changes.length === 0 ? describeError(remove.error).why : undefined} />
    </ConfirmDialog>
  )
}

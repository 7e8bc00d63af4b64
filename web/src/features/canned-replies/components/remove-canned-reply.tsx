import { type CannedReply, cannedReplies } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { messageOf } from '../../../lib/problem.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const forWhom = { private: 'you', team: 'the whole team', everyone: 'everyone' }

export function RemoveCannedReply({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(cannedReplies.remove, { params: { id: reply.id }, ifMatch: reply.version }),
    onSuccess: () => toast.success(`“${reply.title}” is deleted`),
    onError: (error) => toast.error(messageOf(error)),
    // also when somebody was quicker: the list then shows what they made of it
    onSettled: () => {
      onClose()
      return client.invalidateQueries({ queryKey: queryKeys.cannedReplies })
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete “${reply.title}”?`}
      confirm="Delete reply"
      danger
      busy={isPending}
      onConfirm={() => mutate()}
    >
      It goes for {forWhom[reply.audience]}. What was sent with it stays. This cannot be undone.
    </ConfirmDialog>
  )
}

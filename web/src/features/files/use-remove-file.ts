import { type Attachment, files } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Removes a file of a ticket, for good. */
export function useRemoveFile(ticketId: string, onRemoved: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: Attachment) => call(files.remove, { params: { id } }),
    onSuccess: async (_, { name }) => {
      onRemoved()
      toast.success(`${name} is removed`)
      const changed = [queryKeys.ticketDetail, queryKeys.ticketResponses, queryKeys.ticketHistory]
      await Promise.all(changed.map((keyOf) => client.invalidateQueries({ queryKey: keyOf(ticketId) })))
    },
    onError: (error) => toast.error(messageOf(error)),
  })
}

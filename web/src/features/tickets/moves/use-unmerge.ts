import { type Id, merging } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { describeError } from '../../../lib/problem.ts'

/** Makes a merged ticket a ticket of its own again. */
export function useUnmerge() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(merging.unmerge, { params: { id } }),
    onSuccess: async (ticket) => {
      toast.success(`${ticket.key} is a ticket of its own again`)
      await client.invalidateQueries({ queryKey: ['tickets'] })
    },
    onError: (error) => toast.error(describeError(error).why),
  })
}

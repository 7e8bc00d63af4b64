import { type Id, trash } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { describeError } from '../../../lib/problem.ts'

/** Takes a ticket out of the trash. */
export function useRestore() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(trash.restore, { params: { id } }),
    onSuccess: async (ticket) => {
      toast.success(`${ticket.key} is back, as it was`)
      await client.invalidateQueries({ queryKey: ['tickets'] })
    },
    onError: (error) => toast.error(describeError(error).why),
  })
}

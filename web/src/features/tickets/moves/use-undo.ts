import { changes, type Id, type Ticket } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../../components/ui/toast.tsx'
import { call } from '../../../lib/call.ts'
import { describeError } from '../../../lib/problem.ts'
import { rememberTicket } from '../ticket-cache.ts'

/** Takes back what one just did to a ticket, by the id of the change. */
export function useUndo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changeId: Id) => call(changes.undo, { params: { id: changeId } }),
    onSuccess: async (ticket) => {
      rememberTicket(client, ticket)
      toast.info(`${ticket.key} is as it was before`)
      await client.invalidateQueries({ queryKey: ['tickets'] })
    },
    onError: (error) => toast.error(describeError(error).why),
  })
}

/** Says what was done, and offers to take it back where that can be. */
export function sayWithUndo(text: string, { undoable }: Ticket, undo: (changeId: Id) => void): void {
  if (undoable) toast.undo(text, () => undo(undoable.id))
  else toast.success(text)
}

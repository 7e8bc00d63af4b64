import { type ChangeNotificationPreferences, notifications } from '@physique57/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'
import { notificationQueries } from './api.ts'
import { inverseOf, withChange } from './preference-change.ts'

/** One message at a time: the last change is the one to take back. */
const MESSAGE = 'notification-preferences'

/** Saved as one changes it: shown at once, with Undo, and taken back with the reason and Retry when it fails. */
export function useChangePreferences() {
  const client = useQueryClient()
  const { queryKey } = notificationQueries.preferences()
  const mutation = useMutation({
    scope: { id: MESSAGE },
    mutationFn: ({ change }: Wanted) => call(notifications.changePreferences, { body: change }),
    onMutate: async ({ change }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      if (before) client.setQueryData(queryKey, withChange(before, change))
      return before && inverseOf(before, change)
    },
    onSuccess: (_, { isUndo, message }, inverse) => {
      const undo = inverse && {
        label: 'Undo',
        onClick: () => mutation.mutate({ change: inverse, isUndo: true, message: next(message) }),
      }
      toast.success(isUndo ? 'As it was before' : 'Saved', { id: message, ...(undo && !isUndo && { action: undo }) })
    },
    onError: (error, wanted, inverse) => {
      const now = client.getQueryData(queryKey)
      if (now && inverse) client.setQueryData(queryKey, withChange(now, inverse))
      toast.error(`Not saved. ${messageOf(error)}`, {
        id: wanted.message,
        action: { label: 'Retry', onClick: () => mutation.mutate({ ...wanted, message: next(wanted.message) }) },
      })
    },
    onSettled: () => {
      // of several in a row only the last knows how it ended; none waits for what is then asked for
      if (client.isMutating({ mutationKey: [MESSAGE] }) > 1) return
      void client.invalidateQueries({ queryKey })
      // what was held back may be in the inbox now
      void client.invalidateQueries({ queryKey: notificationQueries.all })
    },
    mutationKey: [MESSAGE],
  })
  return (change: ChangeNotificationPreferences) => mutation.mutate({ change, isUndo: false, message: MESSAGE })
}

interface Wanted {
  change: ChangeNotificationPreferences
  isUndo: boolean
  /** Of the message that says how it went. */
  message: string
}

/** The one whose button was pressed is still on its way out. */
const next = (message: string) => `${message}'`

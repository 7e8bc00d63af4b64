import { type Id, type Notification, notifications } from '@physique57/contracts'
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../components/ui/toast.tsx'
import { call } from '../../lib/call.ts'
import { messageOf } from '../../lib/problem.ts'
import { markAllRead, markRead, markTicketRead } from './read-state.ts'

export type NotificationFilter = 'all' | 'unread'

export const notificationQueries = {
  all: ['notifications'] as const,
  list: (filter: NotificationFilter) =>
    infiniteQueryOptions({
      queryKey: [...notificationQueries.all, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        call(notifications.list, {
          query: { limit: 30, ...(pageParam && { cursor: pageParam }), ...(filter === 'unread' && { unread: 'true' }) },
          signal,
        }),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor,
    }),
  unreadCount: () =>
    queryOptions({
      queryKey: [...notificationQueries.all, 'unread-count'],
      queryFn: async ({ signal }) => (await call(notifications.unreadCount, { signal })).unread,
    }),
  preferences: () =>
    queryOptions({
      queryKey: ['notification-preferences'],
      queryFn: ({ signal }) => call(notifications.preferences, { signal }),
    }),
}

/** The newest unread ones, straight from the server. */
export const fetchUnread = async (): Promise<Notification[]> =>
  (await call(notifications.list, { query: { limit: 20, unread: 'true' } })).items

/** How many are unread; 0 until known. */
export const useUnreadCount = (): number => useQuery(notificationQueries.unreadCount()).data ?? 0

/** Shown as read at once; when the server disagrees, what it says is shown again. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: Id) => call(notifications.read, { params: { id } }),
    onMutate: (id) => markRead(client, id),
    onSettled: () => client.invalidateQueries({ queryKey: notificationQueries.all }),
  })
}

/** Nobody asked for it, so nothing is said when it fails: the news are then as unread as before. */
export function useMarkTicketRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ticketId: Id) => call(notifications.readAll, { query: { ticketId } }),
    onSuccess: ({ unread }, ticketId) => markTicketRead(client, ticketId, unread),
  })
}

export function useMarkAllRead() {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: () => call(notifications.readAll),
    onMutate: () => markAllRead(client),
    onError: (error) =>
      toast.error(`Not marked as read. ${messageOf(error)}`, {
        action: { label: 'Retry', onClick: () => mutation.mutate() },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: notificationQueries.all }),
  })
  return mutation
}

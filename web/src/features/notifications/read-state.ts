import type { Id, Notification } from '@physique57/contracts'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'

type Pages = InfiniteData<{ items: Notification[] }>

const lists = { queryKey: ['notifications', 'list'] }
const count = ['notifications', 'unread-count']

/** In what is on screen. Read ones stay in the unread list until it is next asked for, so that nothing jumps away under the finger. */
export async function markRead(client: QueryClient, id: Id): Promise<void> {
  await client.cancelQueries({ queryKey: ['notifications'] })
  const wasUnread = client
    .getQueriesData<Pages>(lists)
    .some(([, data]) => data?.pages.some(({ items }) => items.some((each) => each.id === id && !each.readAt)))
  changeEach(client, (each) => (each.id === id ? withRead(each) : each))
  if (wasUnread) client.setQueryData<number>(count, (unread) => unread && Math.max(0, unread - 1))
}

export async function markAllRead(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: ['notifications'] })
  changeEach(client, withRead)
  client.setQueryData(count, 0)
}

/** What the server has marked; `unread` are left by its count. */
export function markTicketRead(client: QueryClient, ticketId: Id, unread: number): void {
  changeEach(client, (each) => (each.ticket?.id === ticketId ? withRead(each) : each))
  client.setQueryData(count, unread)
}

const withRead = (each: Notification): Notification => ({ ...each, readAt: each.readAt ?? new Date().toISOString() })

function changeEach(client: QueryClient, change: (each: Notification) => Notification): void {
  client.setQueriesData<Pages>(
    lists,
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  )
}

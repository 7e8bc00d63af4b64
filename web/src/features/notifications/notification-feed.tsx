import type { Notification } from '@physique57/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Bell, CheckCheck } from 'lucide-react'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorState } from '../../components/ui/error-state.tsx'
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx'
import { type NotificationFilter, notificationQueries, useMarkRead } from './api.ts'
import { NotificationList } from './notification-list.tsx'

interface NotificationFeedProps {
  filter: NotificationFilter
  onShowAll: () => void
  /** Somebody followed one to its ticket. */
  onOpened?: (() => void) | undefined
}

/** What the bell and the inbox page both show. */
export function NotificationFeed({ filter, onShowAll, onOpened }: NotificationFeedProps) {
  const query = useInfiniteQuery(notificationQueries.list(filter))
  const read = useMarkRead()
  const open = ({ id, readAt }: Notification) => {
    if (!readAt) read.mutate(id)
    onOpened?.()
  }

  if (query.isPending) return <FeedSkeleton />
  if (query.isError && !query.data) {
    return (
      <ErrorState title="Your notifications could not be loaded" error={query.error} onRetry={() => query.refetch()} />
    )
  }
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Nothing filter={filter} onShowAll={onShowAll} />
  return (
    <>
      <NotificationList notifications={items} onOpen={open} />
      {query.hasNextPage && (
        <div className="grid justify-items-center border-t border-line p-2">
          <Button variant="ghost" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </>
  )
}

function Nothing({ filter, onShowAll }: Pick<NotificationFeedProps, 'filter' | 'onShowAll'>) {
  return filter === 'unread' ? (
    <EmptyState icon={CheckCheck} title="All read" actions={<Button onClick={onShowAll}>Show earlier ones</Button>}>
      <p>News about your tickets appears here the moment it happens.</p>
    </EmptyState>
  ) : (
    <EmptyState icon={Bell} title="No notifications yet">
      <p>You are told when a ticket becomes yours, someone answers, or a clock runs short.</p>
    </EmptyState>
  )
}

function FeedSkeleton() {
  return (
    <Loading label="Notifications are loading">
      {['w-4/5', 'w-3/5', 'w-2/3', 'w-3/4', 'w-1/2'].map((width) => (
        <div key={width} className="border-b border-line px-4 py-3">
          <Skeleton className="w-2/5" />
          <div className="mt-2 flex items-center gap-2.5">
            <Skeleton className="size-4" />
            <Skeleton className={width} />
          </div>
        </div>
      ))}
    </Loading>
  )
}

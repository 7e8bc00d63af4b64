import { Link } from '@tanstack/react-router'
import { CheckCheck, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../components/ui/button.tsx'
import { Tooltip } from '../../components/ui/tooltip.tsx'
import { useDocumentTitle } from '../../lib/document-title.ts'
import { useIsPhone } from '../../lib/media.ts'
import { type NotificationFilter, useMarkAllRead, useUnreadCount } from './api.ts'
import { FilterToggle } from './filter-toggle.tsx'
import { NotificationFeed } from './notification-feed.tsx'

/** The whole of it; on a phone this is the inbox of the bottom bar. */
export function NotificationsPage() {
  useDocumentTitle('Notifications')
  const [filter, setFilter] = useState<NotificationFilter>('all')
  const unread = useUnreadCount()
  const markAll = useMarkAllRead()
  const nothingUnread = unread === 0 ? 'Everything is read' : undefined
  const isPhone = useIsPhone()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 md:px-6 md:py-5">
        <div className="flex items-center gap-2 max-md:sticky max-md:top-0 max-md:z-10 max-md:h-15 max-md:border-b max-md:border-line max-md:bg-surface max-md:px-2 max-md:pl-4 md:mb-4">
          <h1 className="flex-1 text-2xl font-semibold tracking-tight max-md:text-xl">Notifications</h1>
          <FilterToggle value={filter} onChange={setFilter} />
          {isPhone ? (
            <IconButton
              icon={CheckCheck}
              label="Mark all as read"
              why={nothingUnread}
              onClick={() => markAll.mutate()}
            />
          ) : (
            <Button size="sm" icon={CheckCheck} why={nothingUnread} onClick={() => markAll.mutate()}>
              Mark all as read
            </Button>
          )}
          <Tooltip text="Preferences">
            <Link
              to="/notifications/preferences"
              className="grid size-7 flex-none place-items-center rounded-md text-ink-2 hover:bg-hover touch:size-11 touch:rounded-lg"
            >
              <SlidersHorizontal aria-hidden="true" className="size-4 touch:size-5" strokeWidth={1.75} />
              <span className="sr-only">Preferences</span>
            </Link>
          </Tooltip>
        </div>
        <div className="md:rounded-lg md:border md:border-line">
          <NotificationFeed filter={filter} onShowAll={() => setFilter('all')} />
        </div>
      </div>
    </div>
  )
}

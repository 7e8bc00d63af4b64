import { Link } from '@tanstack/react-router'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../components/ui/button.tsx'
import { textLinkClass } from '../../components/ui/text-link.ts'
import { type NotificationFilter, useMarkAllRead } from './api.ts'
import { FilterToggle } from './filter-toggle.tsx'
import { NotificationFeed } from './notification-feed.tsx'

/** What the bell shows. */
export default function BellPanel({ unread, close }: { unread: number; close: () => void }) {
  const [filter, setFilter] = useState<NotificationFilter>('all')
  const markAll = useMarkAllRead()
  return (
    <div data-overlay className="flex max-h-[min(600px,var(--available-height))] min-h-80 flex-col">
      <div className="flex flex-none items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 className="flex-1 text-base font-semibold">Notifications</h2>
        <FilterToggle value={filter} onChange={setFilter} />
        <IconButton
          size="sm"
          icon={CheckCheck}
          label="Mark all as read"
          why={unread === 0 ? 'Everything is read' : undefined}
          onClick={() => markAll.mutate()}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <NotificationFeed filter={filter} onShowAll={() => setFilter('all')} onOpened={close} />
      </div>
      <div className="flex flex-none justify-between border-t border-line px-4 py-2 text-sm">
        <Link to="/notifications" onClick={close} className={textLinkClass}>
          All notifications
        </Link>
        <Link to="/notifications/preferences" onClick={close} className={textLinkClass}>
          Preferences
        </Link>
      </div>
    </div>
  )
}

import { type Notification, responseAnchor } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Time } from '../../components/ui/time.tsx'
import { cx } from '../../lib/cx.ts'
import { EventIcon } from './event-icon.tsx'
import { groupByTicket, type TicketGroup } from './group-by-ticket.ts'
import { shortMessage } from './short-message.ts'

interface NotificationListProps {
  notifications: readonly Notification[]
  onOpen: (notification: Notification) => void
}

/** Grouped by ticket; each line leads to it. */
export function NotificationList({ notifications, onOpen }: NotificationListProps) {
  return (
    <ul>
      {groupByTicket(notifications).map((group) => (
        <li key={group.ticket.id} className="border-b border-line py-1 last:border-b-0">
          <Group group={group} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Group({ group: { ticket, items }, onOpen }: { group: TicketGroup; onOpen: NotificationListProps['onOpen'] }) {
  return (
    <section aria-label={`${ticket.key} ${ticket.title}`}>
      <div className="flex gap-2 px-4 pt-2 pb-1 text-xs text-ink-3 touch:text-sm">
        <span className="flex-none">{ticket.key}</span>
        <span className="clip" title={ticket.title}>
          {ticket.title}
        </span>
      </div>
      <ul>
        {items.map((notification) => (
          <li key={notification.id}>
            <Line notification={notification} onOpen={() => onOpen(notification)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const unread = notification.readAt === null
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: notification.ticket.id }}
      {...(notification.responseId && { hash: responseAnchor(notification.responseId) })}
      onClick={onOpen}
      className="focus-inside flex min-h-8 items-start gap-2.5 px-4 py-1.5 text-sm hover:bg-hover touch:min-h-11 touch:py-2.5 touch:text-lg in-data-overlay:hover:bg-pressed"
    >
      <span className="mt-0.5 touch:mt-1">
        <EventIcon event={notification.event} kind={notification.kind} />
      </span>
      <span className={cx('min-w-0 flex-1 [overflow-wrap:anywhere]', unread ? 'font-medium text-ink' : 'text-ink-2')}>
        {unread && <span className="sr-only">Unread: </span>}
        <Unbroken text={shortMessage(notification)} ticketKey={notification.ticket.key} />
      </span>
      <Time
        at={notification.createdAt}
        format="short"
        className="num mt-0.5 flex-none text-xs text-ink-3 touch:text-sm"
      />
      <span
        aria-hidden="true"
        className={cx('mt-[7px] size-1.5 flex-none rounded-full touch:mt-[9px]', unread ? 'bg-ink' : 'bg-transparent')}
      />
    </Link>
  )
}

/** A ticket's key stays on one line. */
function Unbroken({ text, ticketKey }: { text: string; ticketKey: string }) {
  const [before = '', ...after] = text.split(ticketKey)
  return (
    <>
      {before}
      {after.length > 0 && <span className="whitespace-nowrap">{ticketKey}</span>}
      {after.join(ticketKey)}
    </>
  )
}

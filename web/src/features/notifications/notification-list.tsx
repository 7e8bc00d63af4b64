import { type Notification, responseAnchor } from '@physique57/contracts'
import { Link } from '@tanstack/react-router'
import { Time } from '../../components/ui/time.tsx'
import { cx } from '../../lib/cx.ts'
import { EventIcon } from './event-icon.tsx'
import { fileNow, showWork } from './finished-work.ts'
import { groupByTicket, type NotificationGroup } from './group-by-ticket.ts'
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
        <li key={group.id} className="border-b border-line py-1 last:border-b-0">
          <Group group={group} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Group({
  group: { ticket, items },
  onOpen,
}: { group: NotificationGroup } & Pick<NotificationListProps, 'onOpen'>) {
  return (
    <section aria-label={ticket ? `${ticket.key} ${ticket.title}` : 'Work of yours'}>
      <div className="flex gap-2 px-4 pt-2 pb-1 text-xs text-ink-3 touch:text-sm">
        {ticket ? (
          <>
            <span className="flex-none">{ticket.key}</span>
            <span className="clip" title={ticket.title}>
              {ticket.title}
            </span>
          </>
        ) : (
          <span>{items[0]?.work?.kind === 'bulk' ? 'Changes to many tickets' : 'Export'}</span>
        )}
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

const lineClass =
  'focus-inside flex w-full min-h-8 items-start gap-2.5 px-4 py-1.5 text-left text-sm hover:bg-hover touch:min-h-11 touch:py-2.5 touch:text-lg in-data-overlay:hover:bg-pressed'

/** Leads to the ticket, to the file, or to what can be said about the work. */
function Line({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const { ticket, responseId } = notification
  const file = fileNow(notification)
  if (ticket) {
    return (
      <Link
        to="/tickets/$ticketId"
        params={{ ticketId: ticket.id }}
        {...(responseId && { hash: responseAnchor(responseId) })}
        onClick={onOpen}
        className={lineClass}
      >
        <Said notification={notification} />
      </Link>
    )
  }
  if (file) {
    return (
      <a href={file} download onClick={onOpen} className={lineClass}>
        <Said notification={notification} />
      </a>
    )
  }
  const show = () => {
    onOpen()
    showWork(notification)
  }
  return (
    <button type="button" onClick={show} className={lineClass}>
      <Said notification={notification} />
    </button>
  )
}

function Said({ notification }: { notification: Notification }) {
  const unread = notification.readAt === null
  return (
    <>
      <span className="mt-0.5 touch:mt-1">
        <EventIcon event={notification.event} kind={notification.kind} />
      </span>
      <span className={cx('min-w-0 flex-1 [overflow-wrap:anywhere]', unread ? 'font-medium text-ink' : 'text-ink-2')}>
        {unread && <span className="sr-only">Unread: </span>}
        <Unbroken text={shortMessage(notification)} ticketKey={notification.ticket?.key} />
        {fileNow(notification) && (
          <>
            {' '}
            <span className="whitespace-nowrap underline decoration-control underline-offset-3">Download</span>
          </>
        )}
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
    </>
  )
}

/** A ticket's key stays on one line. */
function Unbroken({ text, ticketKey }: { text: string; ticketKey: string | undefined }) {
  if (!ticketKey) return text
  const [before = '', ...after] = text.split(ticketKey)
  return (
    <>
      {before}
      {after.length > 0 && <span className="whitespace-nowrap">{ticketKey}</span>}
      {after.join(ticketKey)}
    </>
  )
}

import type { Channel, Delivery, NotificationPreferences, TicketEvent } from '@physique57/contracts'
import { EventIcon } from '../event-icon.tsx'
import { eventsInOrder, eventWords } from '../event-words.ts'
import { DeliveryToggle } from './delivery-toggle.tsx'

interface PreferenceGridProps {
  events: NotificationPreferences['events']
  onChange: (event: TicketEvent, channel: Channel, delivery: Delivery) => void
}

const channels: { channel: Channel; title: string; word: string }[] = [
  { channel: 'inApp', title: 'In the app', word: 'in the app' },
  { channel: 'mail', title: 'By mail', word: 'by mail' },
]

/** Kinds of news by ways of telling; on a phone one below the other. */
export function PreferenceGrid({ events, onChange }: PreferenceGridProps) {
  return (
    <div>
      <div
        aria-hidden="true"
        className="grid h-7 grid-cols-[minmax(0,1fr)_188px_188px] items-center gap-x-4 border-b border-line text-xs text-ink-3 max-md:hidden"
      >
        <span>What</span>
        {channels.map(({ channel, title }) => (
          <span key={channel}>{title}</span>
        ))}
      </div>
      <ul className="divide-y divide-line border-b border-line">
        {eventsInOrder.map((event) => (
          <li
            key={event}
            className="grid items-center gap-x-4 gap-y-2 py-2 max-md:py-4 md:grid-cols-[minmax(0,1fr)_188px_188px]"
          >
            <div className="flex min-w-0 gap-2.5 max-md:mb-1">
              <span className="mt-0.5 touch:mt-1">
                <EventIcon event={event} />
              </span>
              <div className="min-w-0">
                <h3 className="text-base font-medium touch:text-lg">{eventWords[event].label}</h3>
                <p className="text-sm text-pretty text-ink-2 touch:text-base">{eventWords[event].when}</p>
              </div>
            </div>
            {channels.map(({ channel, title, word }) => (
              <div key={channel} className="flex items-center justify-between gap-2">
                <span aria-hidden="true" className="text-base text-ink-2 md:hidden">
                  {title}
                </span>
                <DeliveryToggle
                  label={`${eventWords[event].label}, ${word}`}
                  value={events[event][channel]}
                  onChange={(delivery) => onChange(event, channel, delivery)}
                />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

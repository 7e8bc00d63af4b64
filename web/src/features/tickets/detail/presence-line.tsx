import { Eye, PenLine } from 'lucide-react'
import { Avatar } from '../../../components/ui/avatar.tsx'
import type { PresenceProps } from './presence.tsx'
import { usePresence } from './use-presence.ts'

/** More than these are counted. */
const named = 3

/** Who else looks at the ticket or writes a reply, in words. */
export default function PresenceLine({ ticketId, text }: PresenceProps) {
  const present = usePresence(ticketId, text)
  // who is writing matters most
  const inOrder = present.toSorted((a, b) => Number(b.state === 'replying') - Number(a.state === 'replying'))
  return (
    <div role="status" aria-label="Also here" className={inOrder.length === 0 ? 'sr-only' : undefined}>
      {inOrder.length > 0 && (
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm touch:text-base">
          {inOrder.slice(0, named).map(({ person, state }) => (
            <li key={person.id} className="flex min-w-0 items-center gap-1.5">
              <Avatar person={person} size={20} decorative />
              <span className="[overflow-wrap:anywhere]">
                <span className="text-ink">{person.name}</span>{' '}
                {state === 'replying' ? 'is writing a reply' : 'is looking'}
              </span>
              {state === 'replying' ? (
                <PenLine aria-hidden className="size-3.5 flex-none text-blue" strokeWidth={2} />
              ) : (
                <Eye aria-hidden className="size-3.5 flex-none text-ink-3" strokeWidth={2} />
              )}
            </li>
          ))}
          {inOrder.length > named && <li>and {inOrder.length - named} more</li>}
        </ul>
      )}
    </div>
  )
}

import type { Id } from '@physique57/contracts'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'

const PresenceLine = lazyPart<PresenceProps>(() => import('./presence-line.tsx'))

export interface PresenceProps {
  ticketId: Id
  /** What one is writing here oneself: the others are told while it grows. */
  text: string
}

/** Who else has this ticket before them. */
export function Presence(props: PresenceProps) {
  return (
    <Part>
      <PresenceLine {...props} />
    </Part>
  )
}

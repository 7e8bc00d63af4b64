import type { UserDetails } from '@physique57/contracts'
import { CircleCheck, CircleOff, Plane } from 'lucide-react'
import { Badge } from '../../../components/ui/badge.tsx'

/** Whether the rules give them tickets now. */
export function Availability({ details }: { details: UserDetails }) {
  if (details.status === 'disabled') return <Badge icon={CircleOff}>Left</Badge>
  return details.availability === 'away' ? (
    <Badge tone="amber" icon={Plane}>
      Away
    </Badge>
  ) : (
    <Badge tone="green" icon={CircleCheck}>
      Available
    </Badge>
  )
}

import { type Clock, Priority as Priorities, TicketStatus } from '@physique57/contracts'
import { CircleCheck, Frown, OctagonAlert, Sparkles } from 'lucide-react'
import { Badge } from '../../../components/ui/badge.tsx'
import { Count } from '../../../components/ui/count.tsx'
import { Priority } from '../../tickets/priority.tsx'
import { SlaChip } from '../../tickets/sla-chip.tsx'
import { Status } from '../../tickets/status.tsx'
import { Exhibit, Line } from '../exhibit.tsx'

export function TicketWordExhibit() {
  return (
    <Exhibit
      title="Ticket words"
      code="Status, Priority, SlaChip, Badge, Count"
      about="Icon, then word, then colour; in rows the colour sits on the icon, and only what is late or critical colours the word too."
      span="full"
    >
      <Line name="Status">
        {TicketStatus.options.map((status) => (
          <Status key={status} status={status} className="mr-3" />
        ))}
      </Line>
      <Line name="Priority">
        {Priorities.options.map((priority) => (
          <span key={priority} className="mr-3 flex">
            <Priority priority={priority} />
          </span>
        ))}
      </Line>
      <Line name="SLA">
        {clocks.map((clock) => (
          <SlaChip key={`${clock.state}${clock.remainingMinutes}`} clock={clock} className="mr-2" />
        ))}
      </Line>
      <Line name="Badge">
        <Badge>Private view</Badge>
        <Badge tone="green" icon={CircleCheck}>
          Active
        </Badge>
        <Badge tone="amber" icon={Frown}>
          Frustrated
        </Badge>
        <Badge tone="red" icon={OctagonAlert}>
          Level 2
        </Badge>
        <Badge tone="blue" icon={Sparkles}>
          Suggested
        </Badge>
        <Badge tone="indigo">Trainer</Badge>
        <Badge tone="teal">Member</Badge>
        <Badge tone="orange">Reopened twice</Badge>
        <span className="flex max-w-40 min-w-0">
          <Badge>शावर में गरम पानी नहीं आ रहा है</Badge>
        </span>
      </Line>
      <Line name="Count">
        <Count n={0} />
        <Count n={12} />
        <Count n={214} />
        <Count n={4} strong />
        <Count n={100} strong />
      </Line>
    </Exhibit>
  )
}

const running = (remainingMinutes: number): Clock => ({
  kind: 'resolution',
  state: 'running',
  targetMinutes: 960,
  countedMinutes: 960 - remainingMinutes,
  remainingMinutes,
  dueAt: new Date(Date.now() + remainingMinutes * 60_000 + 30_000).toISOString(),
  startedAt: new Date(Date.now() - 86_400_000).toISOString(),
  stoppedAt: null,
})

const clocks: Clock[] = [
  running(280),
  running(43),
  running(-130),
  ...(['paused', 'met', 'missed', 'cancelled'] as const).map((state) => ({ ...running(280), state })),
]

import type { ExplainedClock, Ticket } from '@physique57/contracts'
import { Explain } from '../../../components/ui/explain.tsx'
import { cx } from '../../../lib/cx.ts'
import { formatDuration, formatShort } from '../../../lib/format.ts'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { slaLook } from '../sla-chip.tsx'
import { clockName, slaState, slaWords } from '../sla-state.ts'
import { ClockExplained } from './clock-explained.tsx'

/** Both clocks of a ticket; each opens the account of its time. */
export function ClockBoxes({ ticket }: { ticket: Ticket }) {
  return (
    <div className="grid grid-cols-2 rounded-lg border border-line">
      <ClockBox clock={ticket.firstResponse} />
      <ClockBox clock={ticket.resolution} />
    </div>
  )
}

function ClockBox({ clock }: { clock: ExplainedClock }) {
  const now = useNow()
  const zone = useTimeZone()
  const state = slaState(clock, now)
  const { icon: Icon, ink } = slaLook[state]
  return (
    <Explain
      title={`${clockName[clock.kind]} time explained`}
      className="md:w-[496px] md:max-w-[calc(100vw-32px)]"
      trigger={
        <button
          type="button"
          className="grid gap-0.5 px-3 py-2 text-left text-ink-3 text-xs first:rounded-l-lg last:rounded-r-lg last:border-line last:border-l hover:bg-hover focus-visible:-outline-offset-1 aria-expanded:outline-2 aria-expanded:outline-focus aria-expanded:-outline-offset-1 touch:text-sm"
        >
          <span>{clockName[clock.kind]}</span>
          <span
            className={cx(
              'num flex items-center gap-1.5 font-semibold text-base touch:text-lg',
              state === 'soon' || state === 'over' || state === 'missed' ? ink : 'text-ink',
            )}
          >
            <Icon aria-hidden className="size-3.5 flex-none" strokeWidth={2} />
            {state === 'met' || state === 'missed' ? `${slaWords(clock, now)} ${howFast(clock)}` : slaWords(clock, now)}
          </span>
          <span className="num">{belowOf(clock, zone, now)}</span>
        </button>
      }
    >
      <ClockExplained clock={clock} />
    </Explain>
  )
}

const howFast = ({ countedMinutes }: ExplainedClock): string =>
  countedMinutes < 1 ? 'within a minute' : `in ${formatDuration(countedMinutes)}`

function belowOf(clock: ExplainedClock, zone: string, now: number): string {
  const allowed = formatDuration(clock.targetMinutes)
  if (clock.stoppedAt) return `of ${allowed}, ${formatShort(clock.stoppedAt, zone, now)}`
  if (clock.dueAt) return `due ${formatShort(clock.dueAt, zone, now)}`
  return `${formatDuration(Math.max(0, clock.remainingMinutes))} left of ${allowed}`
}

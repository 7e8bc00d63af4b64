import type { ExplainedClock, Slice, SliceKind } from '@physique57/contracts'
import { cx } from '../../../lib/cx.ts'
import { formatDate, formatDuration, formatShort, formatTime, zoneName } from '../../../lib/format.ts'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { SlaChip } from '../sla-chip.tsx'
import { clockName } from '../sla-state.ts'
import { SliceBar } from './slice-bar.tsx'

const words: Record<SliceKind, string> = { counted: 'Counted', paused: 'Paused', closed: 'Closed' }
const keys: Record<SliceKind, string> = {
  counted: 'bg-ink-2',
  paused: 'border-2 border-control',
  closed: 'bg-pressed inset-ring inset-ring-line-strong',
}

/** Where the time of a clock went: every stretch, their sum against what is allowed, and the policy that says so. */
export function ClockExplained({ clock }: { clock: ExplainedClock }) {
  const zone = useTimeZone()
  const now = useNow()
  const due = clock.dueAt ? `, due ${formatShort(clock.dueAt, zone, now)} ${zoneName(zone)}` : ''
  return (
    <div className="num px-3.5 pt-3 pb-2.5 text-xs max-md:p-4 max-md:text-sm">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="min-w-0 flex-1 font-semibold text-sm max-md:text-lg">
          {clockName[clock.kind]}
          {due}
        </h3>
        <SlaChip clock={clock} />
      </div>
      <SliceBar slices={clock.slices} />
      <table className="mt-1.5 w-full">
        <tbody>
          {clock.slices.map((slice, index) => (
            <SliceLine key={slice.from} slice={slice} isFirst={index === 0} zone={zone} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2} className="border-line-strong border-t py-1 text-left font-semibold">
              Counted, of {formatDuration(clock.targetMinutes)} allowed
            </th>
            <td className="whitespace-nowrap border-line-strong border-t py-1 text-right font-semibold">
              {formatDuration(clock.countedMinutes)}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-1.5 text-ink-3">
        Policy: {clock.policy}
        {clock.calendar ? `. Counts the hours of ${clock.calendar}.` : '. Counts round the clock.'}
      </p>
    </div>
  )
}

function SliceLine({ slice, isFirst, zone }: { slice: Slice; isFirst: boolean; zone: string }) {
  const isCounted = slice.kind === 'counted'
  const cell = cx('py-1 align-top', !isFirst && 'border-line border-t')
  return (
    <tr>
      <th scope="row" className={cx(cell, 'w-24 max-md:w-22 text-left font-normal')}>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={cx('size-2.5 flex-none rounded-xs', keys[slice.kind])} />
          {words[slice.kind]}
        </span>
      </th>
      <td className={cx(cell, isCounted ? 'text-ink-2' : 'text-ink-3')}>{stretch(slice, zone)}</td>
      <td className={cx(cell, 'whitespace-nowrap pl-2 text-right', !isCounted && 'text-ink-3')}>
        {formatDuration(slice.minutes)}
      </td>
    </tr>
  )
}

const dayOf = (at: string, zone: string): string => formatDate(at, zone).replace(/ \d{4}$/, '')

/** "Fri 20 Nov 10:40 – 11:30"; the day once when it is the same. */
function stretch({ from, to }: Slice, zone: string): string {
  const [first, last] = [dayOf(from, zone), dayOf(to, zone)]
  return `${first} ${formatTime(from, zone)} – ${first === last ? '' : `${last} `}${formatTime(to, zone)}`
}

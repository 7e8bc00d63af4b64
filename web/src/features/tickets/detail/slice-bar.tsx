import type { Slice, SliceKind } from '@physique57/contracts'
import { cx } from '../../../lib/cx.ts'

const looks: Record<SliceKind, string> = {
  counted: 'bg-ink-2',
  paused: 'border border-control bg-[repeating-linear-gradient(45deg,var(--color-control)_0_2px,transparent_2px_5px)]',
  closed: 'border border-line-strong bg-pressed',
}

const sumOf = (slices: Slice[], kind: SliceKind): number =>
  slices.filter((slice) => slice.kind === kind).reduce((sum, slice) => sum + slice.minutes, 0)

/** One bar of a clock's life: solid counted, hatched paused, empty closed, each as long as it lasted. */
export function SliceBar({ slices }: { slices: Slice[] }) {
  const label = `${sumOf(slices, 'counted')} minutes counted, ${sumOf(slices, 'paused')} paused, ${sumOf(slices, 'closed')} closed`
  return (
    <div role="img" aria-label={label} className="flex h-3 gap-px">
      {slices.map((slice) => (
        <span
          key={slice.from}
          className={cx('min-w-px rounded-xs', looks[slice.kind])}
          style={{ flexGrow: Math.max(1, slice.minutes), flexBasis: 0 }}
        />
      ))}
    </div>
  )
}

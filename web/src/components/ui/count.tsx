import { cx } from '../../lib/cx.ts'

interface CountProps {
  n: number
  /** Asks for attention, such as what is unread. Ink, never the accent. */
  strong?: boolean
  className?: string
}

export function Count({ n, strong = false, className }: CountProps) {
  return (
    <span
      className={cx(
        'num inline-block h-[18px] min-w-[18px] rounded-full px-[5px] text-center text-[11px] leading-[18px] font-semibold',
        strong ? 'bg-ink text-surface' : 'bg-stone-tint text-ink-2',
        className,
      )}
    >
      {n > 99 ? '99+' : n}
    </span>
  )
}

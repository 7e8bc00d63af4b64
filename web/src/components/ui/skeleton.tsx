import { cx } from '../../lib/cx.ts'

/** A line that stands for text to come; give it the width of that text. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx('inline-block h-2.5 animate-breathe rounded-sm bg-pressed align-middle', className)} />
}

/** Says once to a screen reader that something loads; around skeletons, which say nothing. */
export function Loading({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <div role="status" aria-label={label} className={className}>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

import { cx } from '../../lib/cx.ts'

interface SkeletonProps {
  className?: string | undefined
  /** Stands for an avatar. */
  isRound?: boolean
}

/** A line that stands for text to come; give it the width of that text. */
export function Skeleton({ className, isRound = false }: SkeletonProps) {
  return (
    <span
      className={cx(
        'inline-block animate-breathe bg-pressed align-middle',
        isRound ? 'size-5 flex-none rounded-full' : 'h-2.5 rounded-sm',
        className,
      )}
    />
  )
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
      <div aria-hidden="true" className="contents">
        {children}
      </div>
    </div>
  )
}

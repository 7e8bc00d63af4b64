import { cx } from '../../lib/cx.ts'

/** The mark: ink, never the accent. */
export function Brand({ name, nameClass }: { name: string; nameClass?: string }) {
  return (
    <span className="flex items-center gap-2 text-sm font-semibold">
      <span
        aria-hidden="true"
        className="grid size-6 flex-none place-items-center rounded-sm bg-ink text-[11px] font-bold tracking-[-0.02em] text-surface before:content-['57']"
      />
      <span className={cx('clip', nameClass)}>{name}</span>
    </span>
  )
}

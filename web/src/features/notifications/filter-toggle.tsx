import { cx } from '../../lib/cx.ts'
import type { NotificationFilter } from './api.ts'

const filters: { value: NotificationFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
]

/** All or unread, as two joined buttons. */
export function FilterToggle({
  value,
  onChange,
}: {
  value: NotificationFilter
  onChange: (value: NotificationFilter) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: two toggle buttons need no fieldset
    <div
      role="group"
      aria-label="Show"
      className="inline-flex h-7 flex-none rounded-md border border-line-strong touch:h-[46px] touch:rounded-lg"
    >
      {filters.map((filter) => (
        <button
          key={filter.value}
          type="button"
          aria-pressed={filter.value === value}
          onClick={() => onChange(filter.value)}
          className={cx(
            'px-2 text-xs font-medium text-ink-2 first:rounded-l-[5px] last:rounded-r-[5px] last:border-l last:border-line touch:px-3.5 touch:text-base',
            filter.value === value && 'bg-pressed text-ink',
          )}
        >
          {filter.label}
        </button>
      ))}
    </div>
  )
}

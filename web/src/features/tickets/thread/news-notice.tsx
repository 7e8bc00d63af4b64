import type { HistoryEntry } from '@physique57/contracts'
import { CircleAlert } from 'lucide-react'
import { Time } from '../../../components/ui/time.tsx'

/** What others did while one was writing: to look at before sending. */
export function NewsNotice({ items, isStopped }: { items: HistoryEntry[]; isStopped: boolean }) {
  if (items.length === 0) return null
  const shown = items.slice(-3)
  return (
    <div
      role={isStopped ? 'alert' : 'status'}
      className="rounded-lg bg-amber-tint px-3 py-2 text-ink text-sm touch:text-base"
    >
      <p className="flex items-center gap-1.5 font-medium">
        <CircleAlert aria-hidden className="size-4 flex-none text-amber" strokeWidth={2} />
        {isStopped ? 'Not sent yet: look at this first, or send it anyway' : 'While you were writing'}
      </p>
      <ul className="mt-1 grid gap-0.5">
        {items.length > shown.length && <li className="text-ink-2">{items.length - shown.length} earlier changes</li>}
        {shown.map(({ id, actor, sentence, at }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <b className="font-medium">{actor?.name ?? 'The system'}</b> {sentence}{' '}
            <Time at={at} format="relative" className="text-ink-2" />
          </li>
        ))}
      </ul>
    </div>
  )
}

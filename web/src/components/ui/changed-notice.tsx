import { CircleAlert } from 'lucide-react'

/** A field that somebody changed: its name, and what it says now. */
export interface Change {
  field: string
  now: string
}

/** Says what somebody else changed meanwhile, before one goes on. */
export function ChangedNotice({ changes, what = 'ticket' }: { changes: Change[]; what?: string }) {
  if (changes.length === 0) return null
  return (
    <div role="alert" className="rounded-lg bg-amber-tint px-3 py-2 text-ink">
      <p className="flex items-center gap-1.5 font-medium">
        <CircleAlert aria-hidden className="size-4 flex-none text-amber" strokeWidth={2} />
        Somebody changed this {what} meanwhile
      </p>
      <ul className="mt-1">
        {changes.map(({ field, now }) => (
          <li key={field}>
            {field} is now: <b className="font-medium [overflow-wrap:anywhere]">{now}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

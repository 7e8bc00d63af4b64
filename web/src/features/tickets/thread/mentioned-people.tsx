import { AtSign, Eye } from 'lucide-react'
import type { Mentioned } from './writing-field.tsx'

/** Whom the text will be told to, and who gets sight of the ticket by it. */
export function MentionedPeople({ people }: { people: readonly Mentioned[] }) {
  if (people.length === 0) return null
  return (
    <ul aria-label="Mentioned" className="flex flex-wrap gap-1 px-3 pb-1">
      {people.map(({ id, name, sees }) => (
        <li
          key={id}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm bg-stone-tint px-1.5 text-ink-2 text-xs touch:text-sm"
        >
          <AtSign aria-hidden className="size-3.5" strokeWidth={2} />
          {name}
          {sees === false && (
            <span className="inline-flex items-center gap-1 text-amber">
              <Eye aria-hidden className="size-3.5" strokeWidth={2} />
              will see this ticket
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

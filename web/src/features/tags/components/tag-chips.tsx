import { X } from 'lucide-react'
import { Badge } from '../../../components/ui/badge.tsx'

interface TagChipsProps {
  tags: readonly string[]
  onRemove?: ((tag: string) => void) | undefined
}

/** What a ticket is marked with; with `onRemove` each can be taken off. */
export function TagChips({ tags, onRemove }: TagChipsProps) {
  if (tags.length === 0) return null
  return (
    <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1 touch:gap-2">
      {tags.map((tag) => (
        <li key={tag} className="max-w-full">
          {onRemove ? <Removable tag={tag} onRemove={() => onRemove(tag)} /> : <Badge>{tag}</Badge>}
        </li>
      ))}
    </ul>
  )
}

function Removable({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-sm bg-stone-tint pl-2 font-medium text-ink-2 text-xs touch:h-11 touch:rounded-lg touch:pl-3 touch:text-base">
      <span className="clip">{tag}</span>
      <button
        type="button"
        aria-label={`Remove the tag ${tag}`}
        onClick={onRemove}
        className="grid h-full w-6 flex-none place-items-center rounded-sm focus-inside hover:bg-pressed hover:text-ink touch:w-11 touch:rounded-lg"
      >
        <X aria-hidden="true" className="size-3.5" strokeWidth={2} />
      </button>
    </span>
  )
}

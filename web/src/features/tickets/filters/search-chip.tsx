import { Search, X } from 'lucide-react'
import { chipClass, chipPartClass } from './filter-chip.tsx'

interface SearchChipProps {
  text: string
  onEdit: () => void
  onRemove: () => void
}

/** What is looked for, as one of the filters. */
export function SearchChip({ text, onEdit, onRemove }: SearchChipProps) {
  return (
    <span className={chipClass}>
      <button type="button" className={chipPartClass} title={text} onClick={onEdit}>
        <Search aria-hidden className="size-3 flex-none text-ink-3 max-md:size-4" strokeWidth={2} />
        <span className="sr-only">Search for </span>
        <span className="clip max-w-60 font-medium">{text}</span>
      </button>
      <button
        type="button"
        aria-label="Remove the search"
        onClick={onRemove}
        className={`${chipPartClass} text-ink-3 max-md:w-11 max-md:justify-center`}
      >
        <X aria-hidden className="size-3 max-md:size-4" strokeWidth={2} />
      </button>
    </span>
  )
}

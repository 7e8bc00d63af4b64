import { sortedTags } from '@physique57/contracts'
import { TagChips } from './tag-chips.tsx'
import TagPicker from './tag-picker.tsx'

export interface TagFieldProps {
  value: readonly string[]
  onChange: (tags: string[]) => void
  /** Where it appears because somebody asked for it. */
  isWantedNow?: boolean
  isOnlyKnown?: boolean
  label?: string
}

/** Several tags, chosen or typed one after the other. */
export default function TagField({ value, onChange, ...picker }: TagFieldProps) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <TagChips tags={value} onRemove={(tag) => onChange(value.filter((each) => each !== tag))} />
      <TagPicker
        // afresh after each choice
        key={value.join()}
        {...picker}
        tags={value}
        onPick={(tag) => onChange(sortedTags([...value, tag]))}
      />
    </div>
  )
}

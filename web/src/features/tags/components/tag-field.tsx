import { sortedTags } from '@physique57/contracts'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'
import { TagChips } from './tag-chips.tsx'

const load = () => import('./tag-picker.tsx')
const TagPicker = lazyPart(load)

interface TagFieldProps {
  value: readonly string[]
  onChange: (tags: string[]) => void
  isOnlyKnown?: boolean
  label?: string
}

/** Several tags, chosen or typed one after the other once somebody wants any. */
export function TagField({ value, onChange, label = 'Add a tag', isOnlyKnown = false }: TagFieldProps) {
  const [isAdding, setAdding] = useState(false)
  useFetchQuietly(load)
  const giveUp = () => {
    setAdding(false)
    sayMissing()
  }
  const add = (
    <Button variant="ghost" icon={Plus} onClick={() => setAdding(true)} className="justify-self-start">
      {label}
    </Button>
  )
  return (
    <div className="grid min-w-0 gap-1.5">
      <TagChips tags={value} onRemove={(tag) => onChange(value.filter((each) => each !== tag))} />
      {isAdding ? (
        <Part fallback={add} onMissing={giveUp}>
          <TagPicker
            // afresh after each choice
            key={value.join()}
            isWantedNow
            isOnlyKnown={isOnlyKnown}
            label={label}
            tags={value}
            onPick={(tag) => onChange(sortedTags([...value, tag]))}
          />
        </Part>
      ) : (
        add
      )}
    </div>
  )
}

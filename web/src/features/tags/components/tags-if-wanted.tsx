import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'
import { TagChips } from './tag-chips.tsx'
import type { TagFieldProps } from './tag-field.tsx'

const load = () => import('./tag-field.tsx')
const TagField = lazyPart(load)

/** Most tickets have no tags: the field for them is fetched and shown once somebody wants any. */
export function TagsIfWanted({ value, onChange }: Pick<TagFieldProps, 'value' | 'onChange'>) {
  const [isAdding, setAdding] = useState(false)
  useFetchQuietly(load)
  const giveUp = () => {
    setAdding(false)
    sayMissing()
  }
  const closed = (
    <div className="grid min-w-0 gap-1.5">
      <TagChips tags={value} onRemove={(tag) => onChange(value.filter((each) => each !== tag))} />
      <Button variant="ghost" icon={Plus} onClick={() => setAdding(true)} className="justify-self-start">
        Add a tag
      </Button>
    </div>
  )
  if (!isAdding) return closed
  return (
    <Part fallback={closed} onMissing={giveUp}>
      <TagField isWantedNow value={value} onChange={onChange} />
    </Part>
  )
}

import { asTag, Tag, tagLimits } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { useDebounced } from '../../tickets/use-debounced.ts'
import { tagsQuery } from '../api.ts'

interface TagPickerProps {
  /** Those it has already. */
  tags: readonly string[]
  onPick: (tag: string) => void
  /** Where it appears because somebody asked for it. */
  isWantedNow?: boolean
  /** Only what is in use, as when tags are taken off. */
  isOnlyKnown?: boolean
  label?: string
}

/** Finds a tag that is in use, or makes one of what was typed. */
export default function TagPicker({
  tags,
  onPick,
  isWantedNow,
  isOnlyKnown = false,
  label = 'Add a tag',
}: TagPickerProps) {
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWantedNow) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [isWantedNow])
  const wanted = asTag(typed)
  const { data = [], isFetching } = useQuery(tagsQuery(useDebounced(wanted, 150)))
  const known = data.map(({ name }) => name).filter((name) => !tags.includes(name) && fits(name, wanted))
  const exactFirst = known.includes(wanted) ? [wanted, ...known.filter((name) => name !== wanted)] : known
  const made = Tag.safeParse(typed)
  const isNew = made.success && !isOnlyKnown && !known.includes(wanted) && !tags.includes(wanted)
  if (tags.length >= tagLimits.perTicket) {
    return <p className="text-ink-3 text-xs touch:text-sm">{tagLimits.perTicket} tags are the most.</p>
  }
  return (
    <div ref={box} className="w-full min-w-0">
      <Combobox
        aria-label={label}
        placeholder={label}
        value={null}
        onChange={(tag) => tag && onPick(tag)}
        options={[
          ...exactFirst.map((name) => ({ value: name, label: name })),
          ...(isNew ? [{ value: wanted, label: wanted, hint: 'new tag' }] : []),
        ]}
        onSearch={setTyped}
        loading={isFetching && !isNew && known.length === 0}
        emptyText={whyNone(typed, wanted, tags, made.error?.issues[0]?.message)}
      />
    </div>
  )
}

const fits = (name: string, wanted: string): boolean =>
  name.startsWith(wanted) || name.includes(` ${wanted}`) || name.includes(`-${wanted}`)

function whyNone(typed: string, wanted: string, tags: readonly string[], fault: string | undefined): string {
  if (typed.trim() === '') return 'No tags are in use yet. Type one.'
  if (tags.includes(wanted)) return 'It has this tag.'
  return fault ?? 'No tag is called that.'
}

import type { Category, Id } from '@physique57/contracts'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useActiveOption } from '../../../components/ui/use-active-option.ts'
import { type PickerHit, searchCatalogue } from '../picker-search.ts'
import { PickerList } from './picker-list.tsx'
import { PickerSearchBox } from './picker-search-box.tsx'

interface CategorySearchProps {
  categories: Category[]
  value: Id | null
  /** Typed already. */
  startsWith: string
  onPick: (subcategoryId: Id) => void
  onClose: () => void
}

/** Where one types what it is about, above what fits; arrows and Enter work while typing. */
export default function CategorySearch({ categories, value, startsWith, onPick, onClose }: CategorySearchProps) {
  const [query, setQuery] = useState(startsWith)
  const isSearching = query.trim() !== ''
  const everything = useMemo(() => categories.flatMap(unsearched), [categories])
  const hits = useMemo(
    () => (isSearching ? searchCatalogue(categories, query) : everything),
    [categories, everything, isSearching, query],
  )
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const chosenAt = everything.findIndex(({ subcategory }) => subcategory.id === value)
  const { current, activeId, point, restart, move } = useActiveOption(listId, hits.length, list, Math.max(0, chosenAt))
  useLayoutEffect(() => input.current?.focus(), [])
  const search = (text: string) => {
    setQuery(text)
    restart()
  }
  return (
    <div className="flex max-h-[min(var(--available-height),480px)] flex-col max-md:max-h-none max-md:min-h-0 max-md:flex-1">
      <PickerSearchBox
        ref={input}
        query={query}
        listId={listId}
        activeId={activeId}
        onType={search}
        onClear={() => {
          search('')
          input.current?.focus()
        }}
        onClose={onClose}
        onKeyDown={(event) => {
          const hit = hits[current]
          if (move(event)) event.preventDefault()
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            if (hit) onPick(hit.subcategory.id)
          }
        }}
      />
      <PickerList
        ref={list}
        listId={listId}
        hits={hits}
        value={value}
        current={current}
        isSearching={isSearching}
        categoryCount={categories.length}
        onPoint={point}
        onPick={onPick}
        onBrowse={() => search('')}
      />
    </div>
  )
}

const unsearched = (category: Category): PickerHit[] =>
  category.subcategories.map((subcategory) => ({
    category,
    subcategory,
    nameRanges: [],
    alias: null,
    categoryRanges: [],
  }))

import { Combobox } from '@base-ui/react/combobox'
import type { Category, Id } from '@physique57/contracts'
import { ChevronsUpDown } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useFieldControl } from '../../../components/ui/field.tsx'
import { controlClass, controlHeight } from '../../../components/ui/input.tsx'
import { overlayListClass } from '../../../components/ui/overlay.ts'
import { cx } from '../../../lib/cx.ts'
import { type PickerHit, searchCatalogue } from '../picker-search.ts'
import { CategoryIcon } from './category-icon.tsx'
import { PickerList } from './picker-list.tsx'
import { PickerSearch } from './picker-search-box.tsx'

interface CategoryPickerProps {
  categories: Category[]
  value: Id | null
  onChange: (subcategoryId: Id) => void
  /** Open from the start: on a phone it is the first step. */
  startsOpen?: boolean
}

/** Category and subcategory in one choice, found by what people call it. Fills the screen on a phone. */
export function CategoryPicker({ categories, value, onChange, startsOpen = false }: CategoryPickerProps) {
  const [open, setOpen] = useState(startsOpen)
  const [query, setQuery] = useState('')
  const field = useFieldControl()
  const input = useRef<HTMLInputElement>(null)
  const everything = useMemo(() => categories.flatMap(unsearched), [categories])
  const hits = useMemo(() => {
    return query.trim() === '' ? everything : searchCatalogue(categories, query)
  }, [categories, everything, query])
  const chosen = everything.find((hit) => hit.subcategory.id === value) ?? null
  const show = (next: boolean) => {
    setOpen(next)
    if (!next) setQuery('')
  }

  return (
    <Combobox.Root<PickerHit>
      items={everything}
      filteredItems={hits}
      value={chosen}
      onValueChange={(hit) => hit && onChange(hit.subcategory.id)}
      isItemEqualToValue={(a, b) => a.subcategory.id === b.subcategory.id}
      itemToStringLabel={(hit) => hit.subcategory.name}
      inputValue={query}
      onInputValueChange={(text, { reason }) => reason === 'input-change' && setQuery(text)}
      open={open}
      onOpenChange={show}
      autoHighlight
    >
      <Combobox.Trigger
        {...field}
        className={cx(controlClass, controlHeight, 'text-left', chosen && 'touch:h-13 touch:py-1')}
      >
        {chosen ? (
          <Chosen hit={chosen} />
        ) : (
          <span className="clip flex-1 text-ink-3">Search, such as “AC” or “refund”</span>
        )}
        <ChevronsUpDown aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={8} className="full-positioner z-40 outline-none">
          <Combobox.Popup
            aria-label="What is it about?"
            initialFocus={input}
            className={cx(
              overlayListClass,
              'flex max-h-[min(var(--available-height),480px)] flex-col overflow-hidden p-0 max-md:h-dvh max-md:max-h-none max-md:rounded-none max-md:p-0 md:w-(--anchor-width) md:min-w-90',
            )}
          >
            <PickerSearch ref={input} query={query} onClear={() => setQuery('')} onClose={() => show(false)} />
            <PickerList
              hits={hits}
              isSearching={query.trim() !== ''}
              categoryCount={categories.length}
              onBrowse={() => setQuery('')}
            />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function Chosen({ hit: { category, subcategory } }: { hit: PickerHit }) {
  return (
    <>
      <CategoryIcon name={category.icon} />
      <span className="clip flex-1 touch:leading-5">
        <span className="clip touch:block touch:font-medium">{subcategory.name}</span>{' '}
        <span className="text-ink-3 touch:block touch:text-sm">{category.name}</span>
      </span>
    </>
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

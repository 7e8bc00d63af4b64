import type { Id } from '@physique57/contracts'
import { Check, ChevronRight, LayoutGrid } from 'lucide-react'
import type { Ref } from 'react'
import { optionClass } from '../../../components/ui/overlay.ts'
import { cx } from '../../../lib/cx.ts'
import type { PickerHit } from '../picker-search.ts'
import CategoryIcon from './category-icon.tsx'
import { Underlined } from './underlined.tsx'

interface PickerListProps {
  ref: Ref<HTMLDivElement>
  listId: string
  hits: PickerHit[]
  /** What is chosen already. */
  value: Id | null
  /** Where the arrows are. */
  current: number
  isSearching: boolean
  categoryCount: number
  onPoint: (index: number) => void
  onPick: (subcategoryId: Id) => void
  onBrowse: () => void
}

/** While searching the hits, best first; otherwise everything, by category. */
export function PickerList(props: PickerListProps) {
  const { ref, listId, hits, value, current, isSearching, categoryCount, onPoint, onPick, onBrowse } = props
  return (
    <div ref={ref} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 text-sm max-md:p-0 max-md:text-lg">
      <p role="status" className={headClass}>
        {isSearching ? `${hits.length} ${hits.length === 1 ? 'result' : 'results'}` : `${categoryCount} categories`}
      </p>
      {hits.length === 0 && (
        <p className="px-2 py-3 text-ink-3 max-md:px-4">Nothing is called that. Try another word, or browse.</p>
      )}
      <div id={listId} role="listbox" aria-label="What is it about?">
        {hits.map((hit, index) => (
          <Hit
            key={hit.subcategory.id}
            id={`${listId}-${index}`}
            hit={hit}
            isChosen={hit.subcategory.id === value}
            isCurrent={index === current}
            isSearching={isSearching}
            startsCategory={!isSearching && startsCategory(hits, index)}
            onPoint={() => onPoint(index)}
            onPick={() => onPick(hit.subcategory.id)}
          />
        ))}
      </div>
      {isSearching && (
        <button type="button" onClick={onBrowse} className={cx(optionClass, 'text-ink-2 hover:bg-pressed')}>
          <LayoutGrid aria-hidden className="size-4 flex-none text-ink-3 touch:size-5" strokeWidth={1.75} />
          <span className="flex-1">Browse all {categoryCount} categories</span>
          <ChevronRight aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
        </button>
      )}
    </div>
  )
}

const startsCategory = (hits: PickerHit[], index: number): boolean =>
  hits[index]?.category.id !== hits[index - 1]?.category.id

interface HitProps {
  id: string
  hit: PickerHit
  isChosen: boolean
  isCurrent: boolean
  /** While browsing, the category stands above. */
  isSearching: boolean
  startsCategory: boolean
  onPoint: () => void
  onPick: () => void
}

function Hit({ id, hit, isChosen, isCurrent, isSearching, startsCategory, onPoint, onPick }: HitProps) {
  const { category, subcategory, nameRanges, alias, categoryRanges } = hit
  return (
    <>
      {startsCategory && (
        <div role="presentation" className={cx(headClass, 'pt-3 font-medium max-md:pt-4')}>
          {category.name}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the focus and hears the keys (aria-activedescendant) */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        data-highlighted={isCurrent || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={onPoint}
        onClick={onPick}
        className={cx(optionClass, 'max-md:min-h-14 max-md:border-line max-md:border-t max-md:py-1.5')}
      >
        <CategoryIcon name={category.icon} className="size-4 touch:size-5" />
        <span className="min-w-0 flex-1 max-md:leading-5">
          <span className="max-md:block max-md:font-medium">
            <Underlined text={subcategory.name} ranges={nameRanges} />
          </span>{' '}
          <span className="text-ink-3 max-md:text-sm">
            {isSearching && <Underlined text={category.name} ranges={categoryRanges} />}
            {alias && (
              <>
                , also called <Underlined text={alias.text} ranges={alias.ranges} />
              </>
            )}
          </span>
        </span>
        {isChosen && <Check aria-hidden className="size-4 flex-none text-accent-ink" strokeWidth={1.75} />}
      </div>
    </>
  )
}

const headClass = 'px-2 pt-1.5 pb-1 text-ink-3 text-xs max-md:px-4 max-md:text-sm'

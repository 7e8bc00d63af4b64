import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronRight, LayoutGrid } from 'lucide-react'
import { optionClass } from '../../../components/ui/overlay.ts'
import { cx } from '../../../lib/cx.ts'
import type { PickerHit } from '../picker-search.ts'
import { CategoryIcon } from './category-icon.tsx'
import { Underlined } from './underlined.tsx'

interface PickerListProps {
  hits: PickerHit[]
  isSearching: boolean
  categoryCount: number
  onBrowse: () => void
}

/** While searching the hits, best first; otherwise everything, by category. */
export function PickerList({ hits, isSearching, categoryCount, onBrowse }: PickerListProps) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 max-md:p-0">
      <Combobox.Status className={headClass}>
        {isSearching ? `${hits.length} ${hits.length === 1 ? 'result' : 'results'}` : `${categoryCount} categories`}
      </Combobox.Status>
      <Combobox.Empty className="px-2 py-3 text-ink-3 empty:hidden max-md:px-4">
        Nothing is called that. Try another word, or browse.
      </Combobox.Empty>
      <Combobox.List>
        {(hit: PickerHit, index: number) => (
          <Hit
            key={hit.subcategory.id}
            hit={hit}
            isSearching={isSearching}
            startsCategory={!isSearching && startsCategory(hits, index)}
          />
        )}
      </Combobox.List>
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
  hit: PickerHit
  /** While browsing, the category stands above. */
  isSearching: boolean
  startsCategory: boolean
}

function Hit({ hit, isSearching, startsCategory }: HitProps) {
  const { category, subcategory, nameRanges, alias, categoryRanges } = hit
  return (
    <>
      {startsCategory && (
        <div role="presentation" className={cx(headClass, 'pt-3 font-medium max-md:pt-4')}>
          {category.name}
        </div>
      )}
      <Combobox.Item
        value={hit}
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
        <Combobox.ItemIndicator>
          <Check aria-hidden className="size-4 text-accent-ink" strokeWidth={1.75} />
        </Combobox.ItemIndicator>
      </Combobox.Item>
    </>
  )
}

const headClass = 'px-2 pt-1.5 pb-1 text-ink-3 text-xs empty:hidden max-md:px-4 max-md:text-sm'

import type { Category, Id } from '@physique57/contracts'
import { ChevronsUpDown } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFieldControl } from '../../../components/ui/field.tsx'
import { FullScreen } from '../../../components/ui/full-screen.tsx'
import { controlClass, controlHeight } from '../../../components/ui/input.tsx'
import { Part } from '../../../components/ui/part.tsx'
import { loadPopover, Popover } from '../../../components/ui/popover.tsx'
import { sayMissing } from '../../../components/ui/say-missing.ts'
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx'
import { cx } from '../../../lib/cx.ts'
import { lazyPart, remembered } from '../../../lib/lazy-part.ts'
import { useIsPhone } from '../../../lib/media.ts'
import { useFetchQuietly } from '../../../lib/use-fetch-quietly.ts'

interface CategoryPickerProps {
  categories: Category[]
  value: Id | null
  onChange: (subcategoryId: Id) => void
  /** Open from the start: on a phone it is the first step. */
  startsOpen?: boolean
}

const CategoryIcon = lazyPart(() => import('./category-icon.tsx'))

const title = 'What is it about?'
export const loadCategorySearch = remembered(() => import('./category-search.tsx'))
const CategorySearch = lazyPart(loadCategorySearch)

/** Category and subcategory in one choice, found by what people call it. Fills the screen on a phone. */
export function CategoryPicker({ categories, value, onChange, startsOpen = false }: CategoryPickerProps) {
  const [open, setOpenNow] = useState(startsOpen)
  // letters open it, and those typed before the search is there go along
  const [typedAhead, setTypedAhead] = useState('')
  const isPhone = useIsPhone()
  const field = useFieldControl()
  useFetchQuietly(loadCategorySearch)
  useFetchQuietly(loadPopover)
  const setOpen = (next: boolean) => {
    if (!next) setTypedAhead('')
    if (!next || isPhone) return setOpenNow(next)
    // with all of it there, the focus goes from the trigger to the search in one step
    void Promise.all([loadPopover(), loadCategorySearch()]).then(() => flushSync(() => setOpenNow(true)), sayMissing)
  }
  const typeAhead = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (key.length !== 1 || ctrlKey || metaKey || altKey || (key === ' ' && typedAhead === '')) return
    event.preventDefault()
    setTypedAhead(typedAhead + key)
    setOpen(true)
  }
  const trigger = (
    <button
      type="button"
      {...field}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => setOpen(true)}
      onKeyDown={typeAhead}
      className={cx(controlClass, controlHeight, 'text-left', value !== null && 'touch:h-13 touch:py-1')}
    >
      <Chosen categories={categories} value={value} />
      <ChevronsUpDown aria-hidden className="size-4 flex-none text-ink-3" strokeWidth={1.75} />
    </button>
  )
  const search = (
    <Part
      fallback={<SearchSkeleton />}
      onMissing={() => {
        setOpen(false)
        sayMissing()
      }}
    >
      <CategorySearch
        categories={categories}
        value={value}
        startsWith={typedAhead}
        onPick={(id) => {
          setOpen(false)
          onChange(id)
        }}
        onClose={() => setOpen(false)}
      />
    </Part>
  )
  if (!isPhone) {
    return (
      <Popover
        title={title}
        open={open}
        onOpenChange={setOpen}
        trigger={trigger}
        loadChildren={loadCategorySearch}
        className="w-(--anchor-width) min-w-90"
      >
        {search}
      </Popover>
    )
  }
  return (
    <>
      {trigger}
      {open && (
        <FullScreen label={title} onClose={() => setOpen(false)}>
          {search}
        </FullScreen>
      )}
    </>
  )
}

function SearchSkeleton() {
  return (
    <Loading label="Loading the categories" className="grid gap-4 p-3 max-md:p-4 md:min-h-80">
      {['w-full', 'w-40', 'w-52', 'w-36', 'w-48'].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </Loading>
  )
}

function Chosen({ categories, value }: Pick<CategoryPickerProps, 'categories' | 'value'>) {
  const category = categories.find(({ subcategories }) => subcategories.some(({ id }) => id === value))
  if (!category) return <span className="clip flex-1 text-ink-3">Search, such as “AC” or “refund”</span>
  return (
    <>
      <Part fallback={<span className="size-4 flex-none" />}>
        <CategoryIcon name={category.icon} />
      </Part>
      <span className="clip flex-1 touch:leading-5">
        <span className="clip touch:block touch:font-medium">
          {category.subcategories.find(({ id }) => id === value)?.name}
        </span>{' '}
        <span className="text-ink-3 touch:block touch:text-sm">{category.name}</span>
      </span>
    </>
  )
}

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useActiveOption } from '../../../components/ui/use-active-option.ts'
import { cx } from '../../../lib/cx.ts'

interface PickerPanelProps<Item> {
  listId: string
  label: string
  items: readonly Item[] | undefined
  /** What is said instead of a list. */
  emptyText: string
  keyOf: (item: Item) => string
  render: (item: Item) => ReactNode
  onPick: (item: Item) => void
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
  onActive: (optionId: string | undefined) => void
  /** Above the list: a field to search in. */
  head?: ReactNode
  foot?: ReactNode
}

/** The list that belongs to the text below it: arrows move, Enter and Tab pick, a tap picks. The focus stays in the text. */
export function PickerPanel<Item>(props: PickerPanelProps<Item>) {
  const { listId, label, items, emptyText, keyOf, render, onPick, keys, onActive, head, foot } = props
  const list = useRef<HTMLDivElement>(null)
  const count = items?.length ?? 0
  const { current, activeId, point, move } = useActiveOption(listId, count, list)
  const heard = useRef(onActive)
  heard.current = onActive
  useEffect(() => heard.current(activeId), [activeId])
  useEffect(() => () => heard.current(undefined), [])

  keys.current = (event) => {
    if (move(event)) return true
    const { key, shiftKey, ctrlKey, metaKey } = event
    const item = items?.[current]
    if (item === undefined || ctrlKey || metaKey || shiftKey || (key !== 'Enter' && key !== 'Tab')) return false
    onPick(item)
    return true
  }
  useEffect(
    () => () => {
      keys.current = null
    },
    [keys],
  )

  return (
    <div
      id={`${listId}-panel`}
      // on a phone the sheet one writes in would cut off what floats above the text: there it stands in line with it
      className="overlay-in absolute right-0 bottom-full left-0 z-20 mb-1 flex max-h-[min(320px,45dvh)] max-w-[440px] flex-col rounded-lg bg-raised text-ink text-sm shadow-overlay touch:text-lg max-md:static max-md:order-first max-md:mb-0 max-md:max-h-[min(320px,36dvh)] max-md:max-w-none max-md:rounded-b-none max-md:border-line max-md:border-b max-md:shadow-none"
    >
      {head}
      <p role="status" className={cx('px-3 py-2 text-ink-3', (items === undefined || count > 0) && 'sr-only')}>
        {items === undefined ? '' : count === 0 ? emptyText : `${count} to choose from`}
      </p>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        className={cx('min-h-0 overflow-y-auto overscroll-contain', count > 0 && 'p-1')}
      >
        {items?.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the focus and hears the keys (aria-activedescendant)
          <div
            key={keyOf(item)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => point(index)}
            onClick={() => onPick(item)}
            className={cx(
              'flex min-h-[30px] cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 touch:min-h-11',
              index === current && 'bg-pressed',
            )}
          >
            {render(item)}
          </div>
        ))}
      </div>
      {foot}
    </div>
  )
}

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useListPlace } from './list-place.ts'
import type { Scroller } from './use-row-window.tsx'

interface RowsInSightProps {
  count: number
  rowHeight: number
  scroller: Scroller
  body: RefObject<HTMLElement | null>
  onChange: (indexes: readonly number[]) => void
}

/** Tells which rows are in sight, a few more on both sides, and the one that has the focus, wherever that is. */
export default function RowsInSight({ count, rowHeight, scroller, body, onChange }: RowsInSightProps) {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
    // until it is measured: where the list was left, and is again
    initialOffset: () => useListPlace.getState().scrollTop,
    initialRect: { width: 0, height: window.innerHeight },
    scrollMargin: useTop(body, scroller),
    rangeExtractor: (range) => withFocused(range, body.current),
  })
  const indexes = rows.getVirtualItems().map(({ index }) => index)
  const inSight = indexes.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says counts, not which list says it
  useLayoutEffect(() => onChange(indexes), [inSight])
  return null
}

/** How far down the rows begin, also after what stands above them grew or shrank. */
function useTop(body: RefObject<HTMLElement | null>, scroller: Scroller): number {
  const [top, setTop] = useState(() => topOf(body.current, scroller.current))
  useLayoutEffect(() => {
    const measure = () => setTop(topOf(body.current, scroller.current))
    measure()
    const observer = new ResizeObserver(measure)
    for (const content of scroller.current?.children ?? []) observer.observe(content)
    return () => observer.disconnect()
  }, [body, scroller])
  return top
}

/** In what is scrolled. */
const topOf = (body: HTMLElement | null, scroller: HTMLElement | null): number =>
  body && scroller ? body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop : 0

function withFocused(range: Range, body: HTMLElement | null): number[] {
  const near = defaultRangeExtractor(range)
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')
  const index = row && body?.contains(row) ? Number(row.dataset.row) : undefined
  if (index === undefined || near.includes(index) || index >= range.count) return near
  return [...near, index].sort((a, b) => a - b)
}

import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { Part } from '../../../components/ui/part.tsx'
import { lazyPart } from '../../../lib/lazy-part.ts'
import { useListPlace } from './list-place.ts'
import { type RowPiece, withGaps } from './row-pieces.ts'

export type Scroller = RefObject<HTMLElement | null>

interface RowWindow<B extends HTMLElement> {
  /** What the rows stand in. */
  body: RefObject<B | null>
  pieces: RowPiece[]
  /** Follows the scrolling; to be drawn anywhere. */
  watcher: ReactNode
}

const RowsInSight = lazyPart(() => import('./rows-in-sight.tsx'))

/** A list of up to so many rows is drawn whole, without the code that watches the scrolling. */
const FEW = 100

/** Which rows of a long list are drawn: those in sight, and the one that has the focus. */
export function useRowWindow<B extends HTMLElement>({
  count,
  rowHeight,
  scroller,
}: {
  count: number
  rowHeight: number
  scroller: Scroller | undefined
}): RowWindow<B> {
  const body = useRef<B>(null)
  const [inSight, setInSight] = useState<readonly number[]>(() => aroundPlace(rowHeight))
  const [isMissing, setMissing] = useState(false)
  const isLong = scroller !== undefined && count > FEW && !isMissing
  return {
    body,
    pieces: withGaps(isLong ? inSight.filter((index) => index < count) : upTo(count), count),
    watcher: isLong && (
      <Part onMissing={() => setMissing(true)}>
        <RowsInSight
          key={rowHeight}
          count={count}
          rowHeight={rowHeight}
          scroller={scroller}
          body={body}
          onChange={setInSight}
        />
      </Part>
    ),
  }
}

/** Before anything is measured: where the list was left. */
function aroundPlace(rowHeight: number): number[] {
  const first = Math.max(0, Math.floor(useListPlace.getState().scrollTop / rowHeight) - 20)
  return upTo(FEW).map((index) => first + index)
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

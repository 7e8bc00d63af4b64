import { parseTicketQuery, type TicketSummary } from '@physique57/contracts'
import { type ReactNode, useMemo, useRef } from 'react'
import { quietClass } from '../../../components/ui/table.tsx'
import { cx } from '../../../lib/cx.ts'
import { LookedFor, OpenBeside } from '../ticket-link.tsx'
import type { TicketSearch } from '../ticket-search.ts'
import { useListPlace } from './list-place.ts'
import type { LiveRows } from './live-rows.ts'
import { NewRowsPill } from './new-rows-pill.tsx'
import type { useBeside } from './use-beside.ts'
import { useListKeys } from './use-list-keys.ts'
import { useRememberedPlace } from './use-list-place.ts'
import type { Scroller } from './use-row-window.tsx'

interface ListScrollerProps {
  search: TicketSearch
  beside: ReturnType<typeof useBeside>
  /** All rows, as they are shown. */
  rows: () => LiveRows<TicketSummary>['rows']
  /** What waits until somebody asks for it. */
  news: { added: number; moved: number; refresh: () => void }
  /** Its rows stand below heads that stay in sight. */
  isGrouped?: boolean
  /** Rows of another filter, while those of this one are on their way. */
  isOutdated: boolean
  children: (scroller: Scroller) => ReactNode
}

/** What the list scrolls in: remembers the place, moves among rows by keys, and says what is new. */
export function ListScroller(props: ListScrollerProps) {
  const { search, beside, rows, news, isGrouped = false, isOutdated, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  useRememberedPlace(scroller, search)
  useListKeys({ group: 'List', scroller, tickets: () => rows().map(({ item }) => item) })
  const showNews = () => {
    news.refresh()
    if (scroller.current) scroller.current.scrollTop = 0
  }
  const looked = useMemo(() => (search.q ? parseTicketQuery(search.q) : null), [search.q])
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <NewRowsPill added={news.added} moved={news.moved} {...(isGrouped && { of: 'group' })} onShow={showNews} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links in it; it follows their focus */}
      <div
        ref={scroller}
        aria-busy={isOutdated}
        onFocus={beside.follow}
        onScroll={(event) => useListPlace.setState({ scrollTop: event.currentTarget.scrollTop })}
        className={cx(
          'min-h-0 flex-1 overflow-auto',
          isGrouped ? 'scroll-pt-17 max-md:scroll-pt-11' : 'md:scroll-pt-7',
          isOutdated && quietClass,
        )}
      >
        <LookedFor value={looked}>
          <OpenBeside value={beside.open}>{children(scroller)}</OpenBeside>
        </LookedFor>
      </div>
    </div>
  )
}

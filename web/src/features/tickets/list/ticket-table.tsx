import { isFormColumn, type TicketColumnKey, type TicketSort, type TicketSummary } from '@physique57/contracts'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode, useCallback, useEffect, useRef } from 'react'
import { Cell, Row, RowGap, Table, type TableSort } from '../../../components/ui/table.tsx'
import { useNow } from '../../../lib/now.ts'
import { useTimeZone } from '../../../stores/auth-store.ts'
import { useUi } from '../../../stores/ui-store.ts'
import { useIsSelected } from '../../bulk/selection.ts'
import { catalogueQueries } from '../../catalogue/api.ts'
import { rowHeights } from './row-heights.ts'
import { SelectCell } from './select-cell.tsx'
import { cellsOf, headsOf, widthOf } from './ticket-columns.tsx'
import { type Scroller, useRowWindow } from './use-row-window.tsx'

export interface TicketRowsData {
  rows: { item: TicketSummary; isGone: boolean }[]
  /** What they scroll in; a list without is drawn whole. */
  scroller?: Scroller
}

interface TicketTableProps {
  columns: readonly TicketColumnKey[]
  sort?: TicketSort
  /** Where its heads sort it. */
  onSort?: (sort: TicketSort) => void
  rowCount?: number | undefined
  /** A `TicketTableBody`. */
  children: ReactNode
}

/** The head of the list on a desk, and what stands under it. */
export function TicketTable({ columns, sort, onSort, rowCount, children }: TicketTableProps) {
  const density = useUi((ui) => ui.density)
  const questions = useQuery({ ...catalogueQueries.questions(), enabled: columns.some(isFormColumn) }).data ?? []
  const names = new Map(questions.map(({ key, label }) => [`form.${key}`, label]))
  const sorted = shownSorts.find((each) => each.sort === sort)
  const minWidth = widthOf(columns)
  return (
    <div className={minWidth === 0 ? '@container/usual' : undefined}>
      <Table
        label="Tickets"
        columns={[{ key: 'select', name: 'Select', width: 34, isNameHidden: true }, ...headsOf(columns, names)]}
        density={density}
        minWidth={minWidth}
        rowCount={rowCount}
        isGrouped
        {...(sorted && { sort: sorted })}
        {...(onSort && { onSort: (wanted) => onSort(sortFor(wanted, sort)) })}
      >
        {children}
      </Table>
    </div>
  )
}

const shownSorts: (TableSort & { sort: TicketSort })[] = [
  { sort: '-createdAt', by: 'created', descending: true },
  { sort: 'createdAt', by: 'created', descending: false },
  { sort: '-updatedAt', by: 'updated', descending: true },
  { sort: 'updatedAt', by: 'updated', descending: false },
  { sort: 'dueAt', by: 'due', descending: false },
]

/** A head that is pressed the first time sorts by the newest; what is due, by the first. */
function sortFor({ by }: TableSort, current: TicketSort | undefined): TicketSort {
  if (by === 'created') return current === '-createdAt' ? 'createdAt' : '-createdAt'
  if (by === 'updated') return current === '-updatedAt' ? 'updatedAt' : '-updatedAt'
  return 'dueAt'
}

interface TicketTableBodyProps extends TicketRowsData {
  columns: readonly TicketColumnKey[]
  /** Shown beside the list. */
  openId?: string | undefined
  /** How many rows of the whole table stand before these. */
  rowsBefore?: number
  /** The ids of all rows as they are shown, where these are not all. */
  order?: () => string[]
}

/** The rows that are in sight, and gaps in place of the others. */
export function TicketTableBody({ rows, columns, scroller, openId, rowsBefore = 0, order }: TicketTableBodyProps) {
  const density = useUi((ui) => ui.density)
  const rowHeight = rowHeights[density]
  const { body, pieces, watcher } = useRowWindow<HTMLTableSectionElement>({ count: rows.length, rowHeight, scroller })
  const ownOrder = useOrder(rows)
  return (
    <tbody ref={body}>
      {watcher}
      {pieces.map((piece) => {
        if ('gap' in piece) return <RowGap key={`gap ${piece.from}`} height={piece.gap * rowHeight} />
        const row = rows[piece.index]
        return (
          row && (
            <TicketTableRow
              key={row.item.id}
              index={piece.index}
              rowsBefore={rowsBefore}
              ticket={row.item}
              isGone={row.isGone}
              isOpen={row.item.id === openId}
              columns={columns}
              order={order ?? ownOrder}
            />
          )
        )
      })}
    </tbody>
  )
}

interface TicketTableRowProps {
  index: number
  rowsBefore: number
  ticket: TicketSummary
  columns: readonly TicketColumnKey[]
  /** It left this list a moment ago and stays only so that nothing moves. */
  isGone: boolean
  isOpen: boolean
  /** Of all rows as they are shown, for a range. */
  order: () => string[]
}

/** The ids of all rows, when somebody asks; always the same function, so that no row is drawn again for it. */
function useOrder(rows: TicketRowsData['rows']): () => string[] {
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  return useCallback(() => latest.current.map(({ item }) => item.id), [])
}

/** Drawn again only when something of its own changed: scrolling changes which rows there are. */
const TicketTableRow = memo(function TicketTableRow({
  index,
  rowsBefore,
  ticket,
  columns,
  isGone,
  isOpen,
  order,
}: TicketTableRowProps) {
  const zone = useTimeZone()
  const now = useNow()
  const isSelected = useIsSelected(ticket.id)
  return (
    <Row index={index} rowsBefore={rowsBefore} isGone={isGone} isSelected={isSelected} isOpen={isOpen}>
      <Cell>
        <SelectCell ticket={ticket} order={order} />
      </Cell>
      {cellsOf(ticket, columns, { now, zone, isGone })}
    </Row>
  )
})

import { ArrowDown, ArrowUp } from 'lucide-react'
import { createContext, type ReactNode, useContext } from 'react'
import { cx } from '../../lib/cx.ts'
import { Skeleton } from './skeleton.tsx'

export interface Column<K extends string = string> {
  key: K
  name: string
  /** A width class, or pixels; a table has one column without, which takes the rest. */
  width?: string | number
  alignsRight?: boolean
  /** Its cells speak for themselves; the name is only read out. */
  isNameHidden?: boolean
  /** Pressing its name sorts by it. */
  isSortable?: boolean
  /** A class for its head that its cells have as well, such as one that leaves it out where there is no room. */
  className?: string
}

export interface TableSort<K extends string = string> {
  by: K
  descending: boolean
}

interface TableProps<K extends string> {
  /** Read out as its name. */
  label: string
  columns: readonly Column<K>[]
  density?: 'compact' | 'comfortable'
  sort?: TableSort<K>
  onSort?: (sort: TableSort<K>) => void
  /** In pixels, below which it scrolls sideways. */
  minWidth?: number
  /** How many rows there are, where not all of them are drawn. */
  rowCount?: number | undefined
  /** `Row`s, `LoadingRows` or one `RowNote`; `tbody`s of them where `isGrouped`. */
  children: ReactNode
  isGrouped?: boolean
}

export const ColumnsContext = createContext<readonly Column[]>([])

/** Rows of 32 or 40 px under a head that stays in sight. What is pressed in a row is a link or a button in one of its cells. */
export function Table<K extends string>(props: TableProps<K>) {
  const { label, columns, density = 'compact', sort, onSort, minWidth, rowCount, children, isGrouped = false } = props
  return (
    <ColumnsContext value={columns}>
      <table
        aria-label={label}
        // the head is a row too
        aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
        style={{ minWidth }}
        className={cx(
          'w-full table-fixed border-separate border-spacing-0 text-base',
          density === 'compact' ? '[--cell:var(--row)]' : '[--cell:var(--row-comfortable)]',
        )}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {isGrouped ? children : <tbody>{children}</tbody>}
      </table>
    </ColumnsContext>
  )
}

interface HeadProps<K extends string> {
  column: Column<K>
  sort: TableSort<K> | undefined
  onSort: ((sort: TableSort<K>) => void) | undefined
}

function Head<K extends string>({ column, sort, onSort }: HeadProps<K>) {
  const { key, name, width, alignsRight, isNameHidden, isSortable, className } = column
  const isSorted = sort?.by === key
  const Arrow = isSorted && sort.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      style={typeof width === 'number' ? { width } : undefined}
      className={cx(
        'sticky top-0 z-2 h-7 border-line border-b bg-surface px-1 font-normal text-ink-3 text-xs whitespace-nowrap first:pl-3 last:pr-4 touch:h-11 touch:text-sm',
        alignsRight ? 'text-right' : 'text-left',
        typeof width === 'string' && width,
        className,
      )}
    >
      {isSortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ by: key, descending: isSorted && !sort.descending })}
          className={cx(
            'group/sort -mx-1 inline-flex h-full max-w-[calc(100%+8px)] items-center gap-0.5 rounded-sm px-1 focus-inside hover:text-ink touch:min-w-11',
            alignsRight && 'flex-row-reverse',
            isSorted && 'font-medium text-ink',
          )}
        >
          <span className="clip">{name}</span>
          <Arrow
            aria-hidden="true"
            strokeWidth={2}
            className={cx(
              'size-3 flex-none',
              !isSorted && 'opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100',
            )}
          />
        </button>
      ) : (
        <span title={isNameHidden ? undefined : name} className={isNameHidden ? 'sr-only' : 'clip block'}>
          {name}
        </span>
      )}
    </th>
  )
}

/** Of what no longer counts, or is about to be replaced: quieter, and still easy to read. */
export const quietClass = 'text-ink-3 grayscale **:text-ink-3'

interface RowProps {
  /** Its place among all rows, where not all of them are drawn. */
  index?: number
  /** How many stand before the first of them. */
  rowsBefore?: number
  isSelected?: boolean
  /** Shown beside the list. */
  isOpen?: boolean
  /** Changed since one saw it. */
  isChanged?: boolean
  /** Not sent yet. */
  isWaiting?: boolean
  /** It left this list a moment ago and stays only so that nothing moves. */
  isGone?: boolean
  /** `Cell`s. */
  children: ReactNode
}

/** Its states combine; the focus of the link in it is shown around the whole row. */
export function Row({ index, rowsBefore = 0, isSelected, isOpen, isChanged, isWaiting, isGone, children }: RowProps) {
  return (
    <tr
      data-row={index ?? ''}
      aria-rowindex={index === undefined ? undefined : rowsBefore + index + 2}
      className={cx(
        'group/row relative -outline-offset-2 outline-focus has-[a:focus-visible]:outline-2',
        isSelected ? 'bg-accent-tint' : isOpen ? 'bg-pressed' : 'hover:bg-hover',
        isOpen && '*:first:shadow-[inset_2px_0_var(--color-accent)]',
        isChanged && 'font-semibold',
        isWaiting && 'text-ink-3 **:text-ink-3',
        isGone && quietClass,
      )}
    >
      {children}
    </tr>
  )
}

interface CellProps {
  /** Numbers, places, ages: smaller and quieter than what the row is about. */
  isMeta?: boolean
  alignsRight?: boolean
  title?: string
  className?: string
  children?: ReactNode
}

export function Cell({ isMeta, alignsRight, title, className, children }: CellProps) {
  return (
    <td
      title={title}
      className={cx(
        'h-(--cell) overflow-hidden border-line border-b px-1 whitespace-nowrap first:pl-3 last:pr-4',
        isMeta && 'num text-ink-2 text-sm',
        alignsRight && 'text-right',
        className,
      )}
    >
      {children}
    </td>
  )
}

/** In place of rows that are out of sight. */
export const RowGap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
  <tr aria-hidden="true">
    <td style={{ height }} />
  </tr>
)

/** Placeholders in the same places, while the rows are on their way. */
export function LoadingRows({ count = 5 }: { count?: number }) {
  const columns = useContext(ColumnsContext)
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <tr key={row}>
      {columns.map(({ key, width, alignsRight }, column) => (
        <Cell key={key} {...(alignsRight && { alignsRight })}>
          {row === 0 && column === 0 && (
            <span role="status" className="sr-only">
              Loading
            </span>
          )}
          <Skeleton className={width ? 'w-3/5' : titleWidths[row % titleWidths.length]} />
        </Cell>
      ))}
    </tr>
  ))
}

const titleWidths = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2']

/** In place of rows: an `EmptyState` or an `ErrorState`. */
export function RowNote({ children }: { children: ReactNode }) {
  return (
    <tr>
      <td colSpan={useContext(ColumnsContext).length}>{children}</td>
    </tr>
  )
}

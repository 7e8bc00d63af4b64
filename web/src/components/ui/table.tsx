import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  /** Tailwind's word for its width; without one it takes what is left. */
  width?: string
  /** The name is only read out; what stands in the column says itself. */
  hasHiddenName?: boolean
  alignsRight?: boolean
  /** Grey and smaller: a fact beside the one that matters. */
  isQuiet?: boolean
  /** In full, where the cell shortens it. */
  title?: (row: Row) => string
}

interface TableProps<Row> {
  /** Read out as its name. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** 32 px a row instead of 40. */
  isCompact?: boolean
  /** No longer counts, and stays only so that nothing moves. */
  isFaded?: (row: Row) => boolean
}

/** Rows of equal height under a head that stays in sight. A link in a row is the row's own; the row shows its focus. */
export function Table<Row>({ label, columns, rows, keyOf, isCompact = false, isFaded }: TableProps<Row>) {
  return (
    <table aria-label={label} className="w-full table-fixed border-separate border-spacing-0 text-base">
      <thead>
        <tr>
          {columns.map(({ name, width, hasHiddenName, alignsRight }) => (
            <th
              key={name}
              scope="col"
              className={cx(
                'sticky top-0 z-1 h-7 whitespace-nowrap border-line border-b bg-surface px-1 font-normal text-ink-3 text-xs first:pl-3 last:pr-4',
                alignsRight ? 'text-right' : 'text-left',
                width,
              )}
            >
              {hasHiddenName ? <span className="sr-only">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            data-row
            className={cx(
              'group relative -outline-offset-2 outline-focus has-[a:focus-visible]:outline-2',
              isFaded?.(row) && 'opacity-60',
            )}
          >
            {columns.map((column) => (
              <td
                key={column.name}
                title={column.title?.(row)}
                className={cx(
                  'overflow-hidden whitespace-nowrap border-line border-b px-1 group-hover:bg-hover first:pl-3 last:pr-4',
                  isCompact ? 'h-8' : 'h-10',
                  column.isQuiet && 'num text-ink-2 text-sm',
                  column.alignsRight && 'text-right',
                )}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

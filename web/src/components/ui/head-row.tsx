import { type ReactNode, useContext } from 'react'
import { ColumnsContext } from './table.tsx'

/** Over the rows of a group; stays in sight below the table's own head while they pass. */
export function HeadRow({ rowsBefore, children }: { rowsBefore: number; children: ReactNode }) {
  return (
    // where it stands is the row's place; only its cell sticks
    <tr data-row="" aria-rowindex={rowsBefore + 2}>
      <th
        scope="rowgroup"
        colSpan={useContext(ColumnsContext).length}
        className="sticky top-7 z-2 h-(--cell) border-line border-b bg-frame p-0 text-left font-normal touch:top-11"
      >
        {children}
      </th>
    </tr>
  )
}

import type { TicketSummary } from '@physique57/contracts'
import type { ReactNode } from 'react'
import { Cell } from '../../../components/ui/table.tsx'
import { type EditedField, mayEdit, startEdit } from './row-edit.ts'

interface EditCellProps {
  ticket: TicketSummary
  what: EditedField
  /** Read out before what it is now. */
  name: string
  children: ReactNode
}

/** A cell that can be changed where it stands. Keys reach it from the row (`S`, `P`, `A`, `T`), so that Tab need not stop at each. */
export function EditCell({ ticket, what, name, children }: EditCellProps) {
  if (!mayEdit(ticket, what)) return <Cell>{children}</Cell>
  return (
    <Cell>
      <button
        type="button"
        tabIndex={-1}
        data-edit={what}
        aria-haspopup={what === 'assignee' || what === 'tags' ? 'dialog' : 'menu'}
        onClick={({ currentTarget, detail }) =>
          startEdit({ ticket, what, anchor: currentTarget, isByPointer: detail > 0 })
        }
        className="relative z-1 -mx-1 inline-flex h-6 max-w-[calc(100%+8px)] items-center rounded-sm px-1 align-middle focus-inside hover:bg-pressed"
      >
        <span className="sr-only">{name}: </span>
        {children}
      </button>
    </Cell>
  )
}

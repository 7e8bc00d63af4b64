import type { TicketSummary } from '@physique57/contracts'
import { Checkbox } from '../../../components/ui/checkbox.tsx'
import { cx } from '../../../lib/cx.ts'
import { selectRange, toggleSelected, useIsSelected, useSelection } from '../../bulk/selection.ts'

/** Shows itself under the pointer, at the keyboard's row, and while anything is selected. */
export function SelectCell({ ticket, order }: { ticket: TicketSummary; order: () => string[] }) {
  const isSelected = useIsSelected(ticket.id)
  const isAny = useSelection(({ ids }) => ids.length > 0)
  return (
    <span
      onClickCapture={(event) => {
        if (!event.shiftKey) return
        event.preventDefault()
        selectRange(ticket.id, order())
      }}
      className={cx(
        'relative z-1 grid place-items-center focus-within:opacity-100 group-hover/row:opacity-100 group-has-[a:focus-visible]/row:opacity-100',
        !isSelected && !isAny && 'opacity-0',
      )}
    >
      <Checkbox aria-label={`Select ${ticket.key}`} checked={isSelected} onChange={() => toggleSelected(ticket.id)} />
    </span>
  )
}

import type { TicketSummary } from '@physique57/contracts'
import { useShortcuts } from '../../../lib/shortcuts.ts'
import { useSelection } from '../../bulk/selection.ts'
import { mayEdit, type RowEdit, startEdit } from './row-edit.ts'

/** `S`, `P`, `A`, `I` and `T` change the row that has the focus; with rows selected, the bar that changes those has them. */
export function useRowKeys(rows: () => { item: TicketSummary }[]): void {
  const isSelecting = useSelection(({ ids }) => ids.length > 0)
  const change = (what: RowEdit['what']) => () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const id = row?.querySelector('[data-ticket]')?.getAttribute('data-ticket')
    const ticket = rows().find(({ item }) => item.id === id)?.item
    if (!row || !ticket || !mayEdit(ticket, what)) return
    // the column may be hidden, and a card of the phone has none
    const anchor = row.querySelector<HTMLElement>(`[data-edit="${what}"]`) ?? row
    startEdit({ ticket, what, anchor, isByPointer: false })
  }
  const keys = [
    { keys: 'S', label: 'Change status', group: 'List', run: change('status') },
    { keys: 'P', label: 'Change priority', group: 'List', run: change('priority') },
    { keys: 'A', label: 'Assign', group: 'List', run: change('assignee') },
    { keys: 'I', label: 'Assign to me', group: 'List', run: change('me') },
    { keys: 'T', label: 'Change tags', group: 'List', run: change('tags') },
  ]
  useShortcuts(isSelecting ? [] : keys)
}

import type { TicketSummary } from '@physique57/contracts'
import type { RefObject } from 'react'
import { type Shortcut, useShortcuts } from '../../../lib/shortcuts.ts'
import { selectRange, toggleSelected, useSelection } from '../../bulk/selection.ts'
import { focusedRow, linkOf } from './focused-row.ts'
import { mayEdit, type RowEdit, startEdit } from './row-edit.ts'
import { moveFocus } from './use-list-place.ts'

interface ListKeys {
  /** Heading in the list of shortcuts. */
  group: 'List' | 'Board' | 'Calendar'
  scroller: RefObject<HTMLElement | null>
  /** All tickets, as they are shown. */
  tickets: () => TicketSummary[]
  /** Where a status is changed in another way than in its row. */
  onStatus?: (row: HTMLElement) => void
}

/**
 * The keys of every layout: from ticket to ticket, selecting, and what changes the one that has the focus; with tickets selected,
 * the bar that changes those has these keys.
 */
export function useListKeys({ group, scroller, tickets, onStatus }: ListKeys): void {
  const isSelecting = useSelection(({ ids }) => ids.length > 0)
  const ofFocused = (act: (id: string, row: HTMLElement) => void) => () => {
    const row = focusedRow()
    const id = row && linkOf(row)?.dataset.ticket
    if (id) act(id, row)
  }
  const change = (what: RowEdit['what']) =>
    ofFocused((id, row) => {
      const ticket = tickets().find((each) => each.id === id)
      if (!ticket || !mayEdit(ticket, what)) return
      // the column may be hidden, and a card has none
      const anchor = row.querySelector<HTMLElement>(`[data-edit="${what}"]`) ?? row
      startEdit({ ticket, what, anchor, isByPointer: false })
    })
  const order = () => tickets().map(({ id }) => id)
  const ofRow: Omit<Shortcut, 'group'>[] = [
    {
      keys: 'S',
      label: 'Change status',
      run: onStatus ? ofFocused((_, row) => onStatus(row)) : change('status'),
    },
    { keys: 'P', label: 'Change priority', run: change('priority') },
    { keys: 'A', label: 'Assign', run: change('assignee') },
    { keys: 'I', label: 'Assign to me', run: change('me') },
    { keys: 'T', label: 'Change tags', run: change('tags') },
  ]
  const keys: Omit<Shortcut, 'group'>[] = [
    { keys: 'J', label: 'Next ticket', run: () => moveFocus(scroller.current, 1) },
    { keys: 'K', label: 'Previous ticket', run: () => moveFocus(scroller.current, -1) },
    // on its link the browser does so by itself
    { keys: 'Enter', label: 'Open', run: ofFocused((_, row) => linkOf(row)?.click()) },
    { keys: 'X', label: 'Select', run: ofFocused((id) => toggleSelected(id)) },
    { keys: 'Shift+X', label: 'Select up to here', run: ofFocused((id) => selectRange(id, order())) },
    ...(isSelecting ? [] : ofRow),
  ]
  useShortcuts(keys.map((each) => ({ ...each, group })))
}

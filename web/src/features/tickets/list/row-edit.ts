import type { TicketSummary } from '@physique57/contracts'
import { create } from 'zustand'
import { possibleMoves } from '../moves/possible-moves.ts'

export type EditedField = 'status' | 'priority' | 'assignee' | 'tags'

/** A field of a row that is being changed in its place. */
export interface RowEdit {
  ticket: TicketSummary
  /** `me`: taken, without a question. */
  what: EditedField | 'me'
  /** Beside what the choices are shown. */
  anchor: HTMLElement
  isByPointer: boolean
}

/** At most one at a time; once it was used its code stays, and a question that is still open. */
export const useRowEdit = create<{ edit: RowEdit | null; wasUsed: boolean }>(() => ({ edit: null, wasUsed: false }))

export const startEdit = (edit: RowEdit) => useRowEdit.setState({ edit, wasUsed: true })
export const endEdit = () => useRowEdit.setState({ edit: null })

/** Whether the signed-in person may change it at all. */
export function mayEdit(ticket: TicketSummary, what: RowEdit['what']): boolean {
  const { can } = ticket
  if (what === 'status') return possibleMoves(ticket).length > 0
  if (what === 'priority' || what === 'tags') return can.edit
  if (what === 'me') return can.take || can.assign || can.assignWithinTeam
  return can.assign || can.assignWithinTeam || can.take || can.handBack
}

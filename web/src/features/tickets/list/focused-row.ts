import type { Id } from '@physique57/contracts'

/** The row, card or entry that has the focus, or in which something has it. */
export const focusedRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

/** The link to its ticket, which an entry of a calendar is itself. */
export const linkOf = (row: Element): HTMLElement | null =>
  row instanceof HTMLElement && row.dataset.ticket ? row : row.querySelector<HTMLElement>('[data-ticket]')

export const linkTo = (ticketId: Id): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-ticket="${ticketId}"]`)

import type { Id } from '@physique57/contracts'
import { create } from 'zustand'

interface Selection {
  ids: readonly Id[]
  /** All that match, not only those that are loaded; a filter decides which. */
  isAll: boolean
  /** Where a range begins. */
  anchor: Id | null
}

const none: Selection = { ids: [], isAll: false, anchor: null }

/** The rows that were chosen, until another list is shown. */
export const useSelection = create<Selection>(() => none)

export const useIsSelected = (id: Id): boolean => useSelection(({ ids, isAll }) => isAll || ids.includes(id))

export const clearSelection = () => useSelection.setState(none)

export const selectAllMatching = () => useSelection.setState({ isAll: true })

export function toggleSelected(id: Id): void {
  useSelection.setState(({ ids }) => ({
    ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id],
    isAll: false,
    anchor: id,
  }))
}

/** From the row that was chosen last to this one, in the order of the list. */
export function selectRange(to: Id, order: readonly Id[]): void {
  useSelection.setState(({ ids, anchor }) => ({ ids: withRange(ids, order, anchor, to), isAll: false, anchor: to }))
}

export function withRange(ids: readonly Id[], order: readonly Id[], from: Id | null, to: Id): Id[] {
  const [one, other] = [order.indexOf(from ?? to), order.indexOf(to)]
  const range = one < 0 ? [to] : order.slice(Math.min(one, other), Math.max(one, other) + 1)
  return [...new Set([...ids, ...range])]
}

/** A row of a list, as far as keeping it in its place is concerned. */
interface Keyed {
  id: string
}

export interface LiveRows<T extends Keyed> {
  /** What to show, in the order already shown. */
  rows: { item: T; isGone: boolean }[]
  /** New rows that belong among those shown; they wait until the person asks for them. */
  added: number
  /** Rows whose place changed. */
  moved: number
}

/**
 * Brings fresh data into a list without moving a row under the cursor: rows keep their place and show what is new in
 * them, rows that left stay until the list is refreshed, rows below the last one shown follow it.
 */
export function keepPlaces<T extends Keyed>(shown: T[], fresh: T[], hasMore: boolean): LiveRows<T> {
  const freshById = new Map(fresh.map((item) => [item.id, item]))
  const shownIds = new Set(shown.map((item) => item.id))
  const lastShown = fresh.findLastIndex((item) => shownIds.has(item.id))
  const lastStaying = shown.findLastIndex((item) => freshById.has(item.id))

  const kept = shown.map((item, index) => ({
    item: freshById.get(item.id) ?? item,
    // Rows behind the last known one may only have slipped onto the next page.
    isGone: !freshById.has(item.id) && !(hasMore && index > lastStaying),
  }))
  const following = lastShown < 0 && shown.length > 0 ? [] : fresh.slice(lastShown + 1)
  const staying = shown.filter((item) => freshById.has(item.id))
  const freshOrder = fresh.filter((item) => shownIds.has(item.id))

  return {
    rows: [...kept, ...following.map((item) => ({ item, isGone: false }))],
    added: fresh.length - freshOrder.length - following.length,
    moved: staying.filter((item, index) => freshOrder[index]?.id !== item.id).length,
  }
}

import { type Id, type OrderOfRows, tickets } from '@physique57/contracts'
import type { Query } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { ListFilters } from './api.ts'
import { type Changed, type ListPages, withChanged } from './placed-rows.ts'

/** As many as the server tells of at once; of more, the pages are asked for again. */
const MOST = 50
/** Others change the same list meanwhile; after so many times it is asked for again as a whole. */
const TRIES = 4

export type AskRows = (filters: RowFilters, ids: Id[], until: string | null) => Promise<Omit<Changed, 'ids'>>
type RowFilters = Omit<ListFilters, 'q' | 'sort'> & { sort?: OrderOfRows }

const askRows: AskRows = (filters, ids, until) =>
  call(tickets.rows, { query: { ...filters, ids: ids.join(), ...(until && { until }) } })

interface Renewal {
  ids: Set<Id>
  /** False when the list has to be asked for as a whole. */
  done: Promise<boolean>
}

/** What changes while rows are on their way is asked for right after them. */
const underWay = new WeakMap<Query, Renewal>()

/** Of a list that is loaded, asks for these tickets alone; false when it has to be asked for as a whole. */
export function renewRows(query: Query, ids: Id[], ask: AskRows = askRows): Promise<boolean> {
  const known = underWay.get(query)
  if (known) {
    for (const id of ids) known.ids.add(id)
    return known.done
  }
  const renewal: Renewal = { ids: new Set(ids), done: Promise.resolve(true) }
  underWay.set(query, renewal)
  renewal.done = renewAll(query, renewal.ids, ask)
  return renewal.done
}

async function renewAll(query: Query, waiting: Set<Id>, ask: AskRows): Promise<boolean> {
  try {
    while (waiting.size > 0) {
      const ids = [...waiting]
      waiting.clear()
      if (ids.length > MOST || !(await renewOnce(query, ids, ask))) return false
    }
    return true
  } catch {
    // whoever asks for all of it shows what is wrong
    return false
  } finally {
    // at once, so that nothing is added to what has ended
    underWay.delete(query)
  }
}

/** False when it has to be asked for as a whole. */
async function renewOnce(query: Query, ids: Id[], ask: AskRows): Promise<boolean> {
  const { sort = '-createdAt', ...filters } = filtersOf(query)
  for (let tried = 0; tried < TRIES; tried++) {
    // a further page, or all of them: it ends first, and may have begun before the change
    if (query.state.fetchStatus !== 'idle') await query.fetch().catch(() => undefined)
    const before = query.state.data as ListPages | undefined
    if (!before || query.state.isInvalidated) return false
    const changed = await ask({ ...filters, sort }, ids, before.pages.at(-1)?.nextCursor ?? null)
    if (query.state.data !== before || query.state.fetchStatus !== 'idle') continue
    const after = withChanged(before, { ids, ...changed }, sort)
    // its clocks stay as old as they are
    if (after) query.setData(after, { updatedAt: query.state.dataUpdatedAt, manual: true })
    return after !== null
  }
  return false
}

// the key of a list is what it was asked with, see ticketQueries.list
const filtersOf = ({ queryKey }: Query): RowFilters => queryKey[2] as RowFilters

import {
  groupedCap,
  MOST_GROUPS,
  Priority,
  priorityLabel,
  type Received,
  statusLabel,
  type TicketGroup,
  type TicketGrouping,
  TicketStatus,
  type ticketGroups,
} from '@physique57/contracts'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../db/database.ts'
import { readOnly } from '../../../db/transaction.ts'
import { findNamesOf } from './names.queries.ts'
import { countByGroup } from './ticket-counts.queries.ts'
import { readWanted } from './wanted-tickets.ts'

/** What the list would show, counted by one of its columns. */
export function groupTickets(ctx: Context, { by, ...filters }: Received<typeof ticketGroups.list>['query']) {
  return readOnly(ctx, async (tx) => {
    const counted = await countByGroup(tx.db, tx, await readWanted(tx, filters), by)
    const largest = counted.toSorted((a, b) => b.total - a.total).slice(0, MOST_GROUPS)
    const labels = await labelsOf(
      tx.db,
      by,
      largest.flatMap(({ value }) => value ?? []),
    )
    return {
      items: largest
        .map(
          ({ value, total }): TicketGroup => ({
            value: value ?? 'none',
            label: value === null ? 'Nobody' : (labels.get(value) ?? 'No longer there'),
            total,
          }),
        )
        .sort(orderOf(labels)),
      totalIsCapped: counted.reduce((sum, { total }) => sum + total, 0) > groupedCap,
    }
  })
}

/** In the order they are to stand in. */
async function labelsOf(db: Db, by: TicketGrouping, values: string[]): Promise<Map<string, string>> {
  if (by === 'status') return new Map(TicketStatus.options.map((status) => [status, statusLabel[status]]))
  if (by === 'priority')
    return new Map(Priority.options.toReversed().map((priority) => [priority, priorityLabel[priority]]))
  const named = await findNamesOf(db, by, values)
  return new Map(named.sort((a, b) => a.name.localeCompare(b.name, 'en')).map(({ id, name }) => [id, name]))
}

/** Those without any come last. */
function orderOf(labels: Map<string, string>) {
  const places = new Map([...labels.keys()].map((value, place) => [value, place]))
  const placeOf = ({ value }: TicketGroup) => places.get(value) ?? Number.MAX_SAFE_INTEGER
  return (a: TicketGroup, b: TicketGroup) => placeOf(a) - placeOf(b)
}

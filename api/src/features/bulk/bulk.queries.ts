import type { BulkChange, BulkItem } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { countCap } from '../../http/cursor.ts'

interface NewOperation {
  id: string
  userId: string
  change: BulkChange | null
  undoesId: string | null
}
export interface NewItem {
  ticketId: string
  changeId: string | null
}

export async function insertOperation(db: Db, { change, ...operation }: NewOperation, items: NewItem[]): Promise<void> {
  const kind = change ? 'change' : 'undo'
  await db
    .insertInto('bulkOperations')
    .values({ ...operation, kind, change: change && JSON.stringify(change), total: items.length })
    .execute()
  const [ticketIds, changeIds] = [items.map(({ ticketId }) => ticketId), items.map(({ changeId }) => changeId)]
  await sql`
    insert into public.bulk_items (operation_id, position, ticket_id, change_id)
    select ${operation.id}, position, ticket_id, change_id
    from unnest(${ticketIds}::uuid[], ${changeIds}::uuid[]) with ordinality item (ticket_id, change_id, position)`.execute(
    db,
  )
}

/** Row-level security shows one's own. */
const operations = (db: Db) =>
  db
    .selectFrom('bulkOperations')
    .selectAll('bulkOperations')
    .select((operation) => [
      countOf('changed').as('changed'),
      countOf('refused').as('refused'),
      operation
        .exists(
          operation
            .selectFrom('bulkOperations as undo')
            .select('undo.id')
            .whereRef('undo.undoesId', '=', 'bulkOperations.id'),
        )
        .as('isUndone'),
    ])

const countOf = (state: BulkItem['state']) =>
  sql<number>`(select count(*) from public.bulk_items i where i.operation_id = bulk_operations.id and i.state = ${state})`

export type OperationRow = NonNullable<Awaited<ReturnType<typeof findOperation>>>

export const findOperation = (db: Db, id: string) =>
  operations(db).where('bulkOperations.id', '=', id).executeTakeFirst()

/** The change; null for taking back. */
export const findWhatToDo = (db: Db, id: string) =>
  db.selectFrom('bulkOperations').select(['change', 'createdAt']).where('id', '=', id).executeTakeFirstOrThrow()

export const findLatestOperations = (db: Db) =>
  operations(db).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(20).execute()

/** Also locks it, so that it is taken back once. */
export const lockOperation = (db: Db, id: string) =>
  db.selectFrom('bulkOperations').select('id').where('id', '=', id).forUpdate().execute()

/** The next one that nobody else is at, locked. */
export const claimItem = (db: Db, operationId: string) =>
  db
    .selectFrom('bulkItems')
    .select(['position', 'ticketId', 'changeId'])
    .where('operationId', '=', operationId)
    .where(sql<boolean>`state = 'waiting'`)
    .orderBy('position')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

export const markItem = (
  db: Db,
  operationId: string,
  position: number,
  result: { state: 'changed'; changeId: string | null } | { state: 'refused'; reason: string },
) =>
  db
    .updateTable('bulkItems')
    .set(result)
    .where('operationId', '=', operationId)
    .where('position', '=', position)
    .where('state', '=', 'waiting')
    .execute()

/** Once nothing is left to do. Answers whether it is finished now. */
export async function finishOperation(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bulkOperations')
    .set({ finishedAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .where((operation) =>
      operation.not(
        operation.exists(
          operation
            .selectFrom('bulkItems')
            .select('position')
            .where('operationId', '=', id)
            .where(sql<boolean>`state = 'waiting'`),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What an operation changed, the last first, so that taking it back goes the way it came. */
export const findChangedItems = (db: Db, operationId: string) =>
  db
    .selectFrom('bulkItems')
    .select(['ticketId', 'changeId'])
    .where('operationId', '=', operationId)
    .where('state', '=', 'changed')
    .where('changeId', 'is not', null)
    .orderBy('position', 'desc')
    .execute()

const items = (db: Db, operationId: string, state: BulkItem['state'] | undefined) =>
  db
    .selectFrom('bulkItems')
    .where('operationId', '=', operationId)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))

export const findItems = (
  db: Db,
  operationId: string,
  state: BulkItem['state'] | undefined,
  limit: number,
  after: number,
) =>
  items(db, operationId, state)
    .leftJoin('tickets', 'tickets.id', 'bulkItems.ticketId')
    .select([
      'position',
      'ticketId',
      'bulkItems.state',
      'reason',
      'tickets.number',
      'tickets.title',
      'tickets.status as ticketStatus',
    ])
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()

export async function countItems(db: Db, operationId: string, state: BulkItem['state'] | undefined): Promise<number> {
  const counted = await items(db, operationId, state)
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Math.min(counted.total, countCap)
}

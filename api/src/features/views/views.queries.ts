import { MOST_VIEWS } from '@physique57/contracts'
import { sql } from 'kysely'
import type { Actor } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { isTaken } from '../../db/is-taken.ts'
import { AppError, notFound } from '../../http/app-error.ts'
import type { ViewFacts } from './view.policy.ts'

const views = (db: Db) =>
  db
    .selectFrom('savedViews')
    .innerJoin('users', 'users.id', 'savedViews.ownerId')
    .leftJoin('teams', 'teams.id', 'savedViews.teamId')
    .select([
      'savedViews.id',
      'savedViews.name',
      'savedViews.audience',
      'savedViews.ownerId',
      'users.name as ownerName',
      'savedViews.teamId',
      'teams.name as teamName',
      'savedViews.search',
      'savedViews.version',
      'savedViews.updatedAt',
      'savedViews.deletedAt',
    ])

export type ViewRow = Awaited<ReturnType<typeof getView>>

/** More than a manager of forty full teams sees. */
const MOST_LISTED = 5_000

/** Row-level security says whose; these words let it be read off the indexes. */
export const findViews = (db: Db, actor: Actor) =>
  views(db)
    .where('savedViews.deletedAt', 'is', null)
    .where((where) =>
      where.or([where('savedViews.ownerId', '=', actor.id), where('savedViews.audience', '!=', 'private')]),
    )
    .orderBy(sql`lower(saved_views.name)`)
    .orderBy('savedViews.id')
    .limit(MOST_LISTED)
    .execute()

export async function getView(db: Db, id: string) {
  const view = await views(db).where('savedViews.id', '=', id).executeTakeFirst()
  if (!view) throw notFound('This view')
  return view
}

/** Those of these that the caller sees now. */
export async function findVisibleViewIds(db: Db, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('savedViews')
    .select('id')
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export interface KeptView extends ViewFacts {
  name: string
  search: string
}

export interface ChangedView extends KeptView {
  deletedAt: Date | null
}

export async function insertView(db: Db, id: string, view: KeptView): Promise<void> {
  await refuseTakenName(
    view,
    db
      .insertInto('savedViews')
      .values({ id, ...view })
      .execute(),
  )
}

/** False when somebody was quicker: it is no longer that version, or no longer there. */
export async function updateView(
  db: Db,
  { id, version }: { id: string; version: number },
  view: ChangedView,
  now: Date,
): Promise<boolean> {
  const { name, audience, teamId, search, deletedAt } = view
  const { numUpdatedRows } = await refuseTakenName(
    view,
    db
      .updateTable('savedViews')
      .set({ name, audience, teamId, search, deletedAt, version: version + 1, updatedAt: now })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

export const findTeamNames = (db: Db) => db.selectFrom('teams').select(['id', 'name']).orderBy('name').execute()

/** How many the same people have; row-level security shows the caller all of them. */
export async function countViewsOf(db: Db, { audience, ownerId, teamId }: ViewFacts): Promise<number> {
  const counted = await db
    .selectFrom('savedViews')
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('audience', '=', audience)
    .where('deletedAt', 'is', null)
    .$if(audience === 'private', (query) => query.where('ownerId', '=', ownerId))
    .$if(audience === 'team', (query) => query.where('teamId', '=', teamId))
    .executeTakeFirstOrThrow()
  return counted.total
}

async function refuseTakenName<T>({ name, audience }: KeptView, written: Promise<T>): Promise<T> {
  try {
    return await written
  } catch (error) {
    if (!isTaken(error)) throw error
    const whose = { private: 'You have', team: 'The team has', everyone: 'Everyone has' }[audience]
    const message = `${whose} a view called “${name}” already.`
    throw new AppError('conflict', message, { errors: [{ path: 'name', message }] })
  }
}

export const tooManyViews = ({ audience }: ViewFacts): AppError => {
  const whose = { private: 'You have', team: 'The team has', everyone: 'Everyone has' }[audience]
  return new AppError('conflict', `${whose} ${MOST_VIEWS} views, which is as many as there can be. Delete one first.`)
}

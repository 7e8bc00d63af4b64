import {
  type Answer,
  type ChangeView,
  type CreateView,
  MOST_VIEWS,
  type SavedView,
  seesEverything,
  ViewSearch,
  type views,
} from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Actor, Context } from '../../context.ts'
import { inTransaction, readOnly, type Tx } from '../../db/transaction.ts'
import { AppError, notFound, unprocessable } from '../../http/app-error.ts'
import {
  authorizeAudience,
  authorizeView,
  type ViewFacts,
  whatCanBeDoneToView,
  whomToShareWith,
} from './view.policy.ts'
import {
  type ChangedView,
  countViewsOf,
  findTeamNames,
  findViews,
  getView,
  insertView,
  type KeptView,
  tooManyViews,
  updateView,
  type ViewRow,
} from './views.queries.ts'

export const listViews = (ctx: Context): Promise<Answer<typeof views.list>> =>
  readOnly(ctx, async ({ db, actor }) => {
    const rows = await findViews(db, actor)
    const teams = seesEverything(actor.role) ? await findTeamNames(db) : actor.team ? [actor.team] : []
    return { items: rows.map((row) => toView(row, actor)), shareWith: whomToShareWith(actor, teams) }
  })

/** Those of these that the caller sees now. */
export { findVisibleViewIds } from './views.queries.ts'

export const createView = (ctx: Context, { search, ...wanted }: CreateView): Promise<SavedView> =>
  inTransaction(ctx, async (tx) => {
    const view: KeptView = { ...wanted, ownerId: tx.actor.id, search: JSON.stringify(search) }
    await assertAudience(tx, view)
    const id = uuid()
    await insertView(tx.db, id, view)
    return toView(await getView(tx.db, id), tx.actor)
  })

export const changeView = (ctx: Context, id: string, changes: ChangeView): Promise<SavedView> =>
  changeRow(ctx, id, 'edit', async (tx, row) => {
    const { name = row.name, audience = row.audience, search = row.search } = changes
    // whoever says that it is no longer a team's need not say of none
    const { teamId = changes.audience && audience !== 'team' ? null : row.teamId } = changes
    const changed: KeptView = { name, audience, teamId, ownerId: row.ownerId, search: JSON.stringify(search) }
    const goesElsewhere = changed.audience !== row.audience || changed.teamId !== row.teamId
    if (goesElsewhere) await assertAudience(tx, changed)
    return { ...changed, deletedAt: null }
  })

export const deleteView = async (ctx: Context, id: string): Promise<void> => {
  await changeRow(ctx, id, 'remove', async ({ now }, row) => ({ ...keptOf(row), deletedAt: now }))
}

/** Restored twice, it is there all the same. */
export const restoreView = (ctx: Context, id: string): Promise<SavedView> =>
  changeRow(ctx, id, 'restore', async (tx, row) => {
    const view = keptOf(row)
    if (row.deletedAt) await assertRoom(tx, view)
    return { ...view, deletedAt: null }
  })

async function changeRow(
  ctx: Context,
  id: string,
  action: 'edit' | 'remove' | 'restore',
  change: (tx: Tx, row: ViewRow) => Promise<ChangedView>,
): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    const row = await getView(tx.db, id)
    if (row.deletedAt && action !== 'restore') throw notFound('This view')
    authorizeView(tx.actor, action === 'edit' ? 'edit' : 'remove', row)
    if (ctx.expectedVersion !== undefined && ctx.expectedVersion !== row.version) throw staleView()
    const next = await change(tx, row)
    if (!(await updateView(tx.db, row, next, tx.now))) throw staleView()
    return toView(await getView(tx.db, id), tx.actor)
  })
}

const staleView = () =>
  new AppError('stale_version', 'Somebody changed this view meanwhile. Look at it again before you change it.')

/** For the people it says, if the caller may, and while there is room. */
async function assertAudience(tx: Tx, view: ViewFacts): Promise<void> {
  if ((view.audience === 'team') !== (view.teamId !== null))
    throw unprocessable('teamId', view.teamId ? 'Only a team’s view has a team.' : 'Say which team it is for.')
  authorizeAudience(tx.actor, view)
  const isKnown = view.teamId === null || (await findTeamNames(tx.db)).some(({ id }) => id === view.teamId)
  if (!isKnown) throw unprocessable('teamId', 'There is no such team.')
  await assertRoom(tx, view)
}

async function assertRoom({ db }: Tx, view: ViewFacts): Promise<void> {
  if ((await countViewsOf(db, view)) >= MOST_VIEWS) throw tooManyViews(view)
}

const keptOf = ({ name, audience, ownerId, teamId, search }: ViewRow): KeptView => ({
  name,
  audience,
  ownerId,
  teamId,
  search: JSON.stringify(search),
})

const toView = (row: ViewRow, actor: Actor): SavedView => ({
  id: row.id,
  name: row.name,
  audience: row.audience,
  team: row.teamId && row.teamName ? { id: row.teamId, name: row.teamName } : null,
  owner: { id: row.ownerId, name: row.ownerName },
  search: readSearch(row.search),
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
  can: whatCanBeDoneToView(actor, row),
})

/** What an earlier version stored and this one cannot read is left out, so that no view ever breaks the list of them. */
function readSearch(stored: unknown): ViewSearch {
  const entries = stored !== null && typeof stored === 'object' ? Object.entries(stored) : []
  const fitting = entries.filter(([name, value]) => ViewSearch.safeParse({ [name]: value }).success)
  const search = ViewSearch.safeParse(Object.fromEntries(fitting))
  return search.success ? search.data : {}
}

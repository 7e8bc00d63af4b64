import { firstPlaces, Pin, type PinnedPlaces } from '@physique57/contracts'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import { inTransaction, readOnly, type Tx } from '../../db/transaction.ts'
import { unprocessable } from '../../http/app-error.ts'
import { findVisibleViewIds } from '../views/views.service.ts'

export const findPinnedPlaces = (ctx: Context): Promise<PinnedPlaces> => readOnly(ctx, readPinned)

export const pinPlaces = (ctx: Context, chosen: Pin[]): Promise<PinnedPlaces> =>
  choose(ctx, chosen, 'places', { places: chosen })

export const makeDefault = (ctx: Context, view: Pin | null): Promise<PinnedPlaces> =>
  choose(ctx, view === null ? [] : [view], 'view', { defaultView: view })

const choose = (
  ctx: Context,
  named: Pin[],
  path: string,
  chosen: { places: Pin[] } | { defaultView: Pin | null },
): Promise<PinnedPlaces> =>
  inTransaction(ctx, async (tx) => {
    const { db, actor } = tx
    if ((await known(db, named)).length < named.length)
      throw unprocessable(path, 'One of these views does not exist, or is not for you to see.')
    await db
      .insertInto('pinnedPlaces')
      .values({ userId: actor.id, ...chosen })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet(chosen))
      .execute()
    return readPinned(tx)
  })

async function readPinned({ db, actor }: Tx): Promise<PinnedPlaces> {
  const row = await db
    .selectFrom('pinnedPlaces')
    .select(['places', 'defaultView'])
    .where('userId', '=', actor.id)
    .executeTakeFirst()
  const places = row?.places ?? firstPlaces
  const visible = await known(db, [...new Set([...places, row?.defaultView ?? ''])])
  return {
    places: visible.filter((pin) => places.includes(pin)),
    defaultView: visible.find((pin) => pin === row?.defaultView) ?? null,
  }
}

/** Without what a later version no longer has, and views that are gone or not for the caller to see. */
async function known(db: Db, pins: string[]): Promise<Pin[]> {
  const understood = pins.filter((pin): pin is Pin => Pin.safeParse(pin).success)
  const isView = (pin: string) => z.uuid().safeParse(pin).success
  const visible = await findVisibleViewIds(db, understood.filter(isView))
  return understood.filter((pin) => !isView(pin) || visible.has(pin))
}

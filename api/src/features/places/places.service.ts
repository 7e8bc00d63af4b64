import { type Answer, firstPlaces, Place, type places } from '@physique57/contracts'
import type { Context } from '../../context.ts'
import { inTransaction, readOnly } from '../../db/transaction.ts'

type Pinned = Promise<Answer<typeof places.pinned>>

export const findPinnedPlaces = (ctx: Context): Pinned =>
  readOnly(ctx, async ({ db, actor }) => {
    const row = await db.selectFrom('pinnedPlaces').select('places').where('userId', '=', actor.id).executeTakeFirst()
    // what a later version no longer has is left out
    return { places: row ? row.places.filter((each): each is Place => Place.safeParse(each).success) : firstPlaces }
  })

export const pinPlaces = (ctx: Context, chosen: Place[]): Pinned =>
  inTransaction(ctx, async ({ db, actor }) => {
    await db
      .insertInto('pinnedPlaces')
      .values({ userId: actor.id, places: chosen })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet({ places: chosen }))
      .execute()
    return { places: chosen }
  })

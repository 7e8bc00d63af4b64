import type { Files } from '../../adapters/files/files.ts'
import type { Db } from '../../db/database.ts'
import { endExport, findOld } from './exports.queries.ts'

/** Files are kept for a day; the row first, so that nobody is promised bytes that are gone. */
export async function removeOldExports({ db, files }: { db: Db; files: Files }): Promise<void> {
  for (const { id, state } of await findOld(db)) {
    const fileId = await db
      .transaction()
      .execute((trx) =>
        state === 'ready' ? endExport(trx, id, 'expired') : endExport(trx, id, 'failed', 'It was never finished.'),
      )
    if (fileId) await files.remove(fileId)
  }
}

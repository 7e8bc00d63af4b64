import { v7 as uuid } from 'uuid'
import { type Config, StartError } from '../../config.ts'
import { recordAudit } from '../../db/audit.ts'
import { type Db, openDatabase } from '../../db/database.ts'
import { insertLink } from './account-links.queries.ts'
import { isAnybodyThere } from './credentials.queries.ts'
import { linkTo, newLinkToken } from './link-token.ts'

/** Whoever reads the console of the system may do this, and nobody else: these links are never mailed. */
type Console = Pick<Config, 'baseUrl' | 'databaseWorkerUrl'>

/** For the first admin of an empty system; undefined once there is anybody. The one printed before dies. */
export const setUpLink = (config: Console): Promise<string | undefined> =>
  withDatabase(config, async (db) => {
    if (await isAnybodyThere(db)) return undefined
    const { token, tokenHash } = newLinkToken()
    await insertLink(db, { id: uuid(), kind: 'set_up', userId: null, tokenHash, expiresAt: inMinutes(24 * 60) })
    return linkTo(config.baseUrl, 'set-up', token)
  })

/** For an admin who cannot sign in any more, and gets no mail. */
export const adminResetLink = (config: Console, email: string): Promise<string> =>
  withDatabase(config, async (db) => {
    const person = await db
      .selectFrom('users')
      .select(['id', 'role', 'status'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst()
    if (person?.role !== 'admin') throw new StartError(`${email} is not an admin's address.`)
    if (person.status !== 'active') throw new StartError(`${email} is disabled. Another admin has to enable it first.`)

    const { token, tokenHash } = newLinkToken()
    await insertLink(db, { id: uuid(), kind: 'reset', userId: person.id, tokenHash, expiresAt: inMinutes(30) })
    await recordAudit(db, { actorId: null, action: 'password.reset_link_printed', subject: person.id })
    return linkTo(config.baseUrl, 'reset-password', token)
  })

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function withDatabase<T>({ databaseWorkerUrl: url }: Console, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, poolSize: 1, applicationName: 'console', onError: () => {} })
  try {
    return await db.transaction().execute(work)
  } finally {
    await db.destroy()
  }
}

import { Client, escapeIdentifier, escapeLiteral } from 'pg'

const OWNER = 'tickets_owner'

/**
 * Makes the owner, a role with no more rights than a managed PostgreSQL would give it, and an empty database of his.
 * Does nothing where both exist. Returns the owner's URL.
 */
export async function ensureOwnedDatabase(superuserUrl: string, database: string, password: string): Promise<string> {
  const superuser = new Client({ connectionString: superuserUrl })
  await superuser.connect()
  try {
    const role = await superuser.query('select from pg_roles where rolname = $1', [OWNER])
    const verb = role.rowCount ? 'alter' : 'create'
    await superuser.query(`${verb} role ${OWNER} login createrole password ${escapeLiteral(password)}`)

    const found = await superuser.query('select from pg_database where datname = $1', [database])
    if (!found.rowCount) {
      await superuser.query(`create database ${escapeIdentifier(database)} owner ${OWNER}`)
    }
    return ownerUrl(superuserUrl, database, password)
  } finally {
    await superuser.end()
  }
}

function ownerUrl(superuserUrl: string, database: string, password: string): string {
  const url = new URL(superuserUrl)
  return Object.assign(url, { username: OWNER, password, pathname: `/${database}` }).href
}

import type pg from 'pg'
import type { Claims } from '../api/src/context.ts'
import type { Recorded } from '../api/src/test/recording-database.ts'
import type { Operation } from './operations.ts'

/** Every statement of the operation with what PostgreSQL did and read, as this person. */
export async function explainInFull(
  connection: pg.Client,
  { userId, sessionId }: Claims,
  person: string,
  operation: Operation,
  statements: Recorded[],
): Promise<void> {
  console.log(`\n══ ${person}: ${operation.name}`)
  await connection.query('begin')
  const claims = JSON.stringify({ sub: userId, sid: sessionId })
  await connection.query("select set_config('role', 'none', true), set_config('request.jwt.claims', $1, true)", [
    claims,
  ])
  for (const { text, values } of statements) {
    const { rows } = await connection.query(`explain (analyze, buffers, costs off) ${text}`, values)
    console.log(`\n── ${text.replaceAll(/\s+/g, ' ').trim()}`)
    for (const row of rows as { 'QUERY PLAN': string }[]) console.log(row['QUERY PLAN'])
  }
  await connection.query('rollback')
}

import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Db, sessionOptions } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { apiSettings } from '../deps.ts'

export interface Recorded {
  text: string
  values: unknown[]
  /** What `explain` says about it, in the transaction and role it ran in; only of statements that look. */
  plan?: PlanNode
}

export interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: PlanNode[]
}

export interface RecordingDatabase {
  db: Db
  /** Everything since the last call, without what begins and ends transactions. */
  take(): Recorded[]
  close(): Promise<void>
}

/** A database that writes down what it is asked, and with `explain` also how PostgreSQL goes about it. Nothing done there stays. */
export function openRecordingDatabase(url: string, { explain = false } = {}): RecordingDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 1, options: sessionOptions(apiSettings) })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  let recorded: Recorded[] = []

  const planOf = async (client: pg.PoolClient, text: string, values: unknown[]) => {
    const { rows } = await client.query(`explain (format json) ${text}`, values)
    return (rows[0] as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'][0].Plan
  }
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const query = async (text: string, parameters: readonly unknown[] = []) => {
      const values = [...parameters]
      const isControl = /^\s*(begin|start transaction|commit|rollback|set transaction)/i.test(text)
      const isLooking = /^\s*(select|with)\b/i.test(text) && !/\bfor update\b/.test(text)
      if (!isControl) {
        recorded.push({ text, values, ...(explain && isLooking && { plan: await planOf(client, text, values) }) })
      }
      if (/^\s*commit/i.test(text)) return { ...(await client.query('rollback')), command: 'COMMIT' }
      return client.query(text, values)
    }
    // Kysely asks a pool's client for these two only
    return { query, release: () => client.release() } as unknown as PostgresPoolClient
  }
  return {
    db: new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: {} } }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    }),
    take: () => {
      const taken = recorded
      recorded = []
      return taken
    },
    close: () => pool.end(),
  }
}

/** Every node of a plan. */
export function* nodesOf(plan: PlanNode): Generator<PlanNode> {
  yield plan
  for (const child of plan.Plans ?? []) yield* nodesOf(child)
}

/** Statements that read all of `tickets` to find some of them. */
export const scansOfTickets = (recorded: Recorded[]): Recorded[] =>
  recorded.filter(
    ({ plan }) =>
      plan &&
      [...nodesOf(plan)].some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'tickets'),
  )

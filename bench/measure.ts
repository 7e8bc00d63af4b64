import type pg from 'pg'
import type { Recorded } from '../api/src/test/recording-database.ts'
import type { httpClient } from './client.ts'
import type { Operation } from './operations.ts'
import { type Percentiles, percentiles, timed } from './percentiles.ts'

export interface Measured {
  person: string
  operation: string
  isHeld: boolean
  isTooSlow: boolean
  /** How often it was measured, and the last time how often it was asked. */
  attempts: number
  samples: number
  statements: number
  /** The request, from the client's side. */
  http: Percentiles
  /** Its statements alone, under row-level security. */
  secured: Percentiles
  /** Those that are about tickets, by a superuser whom no policy binds. */
  bare: Percentiles
}

interface Measurement {
  person: string
  operation: Operation
  statements: Recorded[]
  client: ReturnType<typeof httpClient>
  bare: pg.Client
  secured: pg.Client
  samples: number
}

/** What we promise for one client with 100,000 tickets, in milliseconds. */
export const LIMIT = 50

/** What is slow is measured less often, so that the whole comes to an end. */
const MOST_SECONDS = 10
const FEWEST = 3

/** A neighbour on the machine can make anything slow for a second, but not three times: the last measurement counts. */
export async function measureAgainWhileSlow(measurement: Measurement): Promise<Measured> {
  for (let attempts = 1; ; attempts++) {
    const measured = await measure(measurement)
    const isTooSlow = measured.isHeld && measured.http.p95 > LIMIT
    if (!isTooSlow || attempts === 3) return { ...measured, isTooSlow, attempts }
  }
}

/** The three are taken in turns, so that a neighbour's noise falls on all of them. */
async function measure(measurement: Measurement): Promise<Omit<Measured, 'isTooSlow' | 'attempts'>> {
  const { person, operation, statements, client, bare, secured, samples } = measurement
  const ways = {
    http: () => client.send(operation.method, operation.path, operation.body),
    secured: () => replay(secured, statements),
    bare: () => replay(bare, statements.filter(isAboutTickets)),
  }
  const taken: Record<keyof typeof ways, number[]> = { http: [], secured: [], bare: [] }
  const warmUp = Math.ceil(samples / 5)
  const until = performance.now() + MOST_SECONDS * 1000
  for (let turn = -warmUp; turn < samples; turn++) {
    const isLate = performance.now() > until
    if (isLate && taken.bare.length >= FEWEST) break
    for (const way of ['http', 'secured', 'bare'] as const) {
      const milliseconds = await timed(ways[way])
      if (turn >= 0 || isLate) taken[way].push(milliseconds)
    }
  }
  return {
    person,
    operation: operation.name,
    isHeld: operation.isHeld,
    statements: statements.length,
    samples: taken.http.length,
    http: percentiles(taken.http),
    secured: percentiles(taken.secured),
    bare: percentiles(taken.bare),
  }
}

/** Rolled back, so that creating can be repeated with the same ids. */
async function replay(connection: pg.Client, statements: Recorded[]): Promise<void> {
  await connection.query('begin')
  for (const { text, values } of statements) await connection.query(text, values)
  await connection.query('rollback')
}

/** Without saying who asks and taking roles, which only row-level security needs. */
const isAboutTickets = ({ text }: Recorded): boolean => !/set_config|app\.actor|app\.act_as_system/.test(text)

import os from 'node:os'
import { LIMIT, type Measured } from './measure.ts'

export interface Outcome {
  rows: Measured[]
  /** Statements that read all of `tickets`. */
  scans: string[]
  /** What was not answered. */
  refused: string[]
}

/** Prints everything; false when a promise is broken. */
export function printTable({ rows, scans, refused }: Outcome, tickets: number): boolean {
  const slow = rows.filter(({ isTooSlow }) => isTooSlow)
  const lines = rows.map((row) => [
    row.person,
    row.operation,
    String(row.samples),
    ms(row.http.p50),
    ms(row.http.p95),
    String(row.statements),
    ms(row.secured.p50),
    ms(row.secured.p95),
    ms(row.bare.p50),
    ms(row.bare.p95),
    times(row.http.p50 / row.secured.p50),
    times(row.secured.p50 / row.bare.p50),
    row.isTooSlow ? `over ${LIMIT} ms` : row.attempts > 1 ? `attempt ${row.attempts}` : '',
  ])
  const head = [
    'as',
    'request',
    'n',
    'HTTP p50',
    'p95',
    'SQL n',
    'RLS p50',
    'p95',
    'bare p50',
    'p95',
    'HTTP÷RLS',
    'RLS÷bare',
    '',
  ]
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)))
  const lined = (line: string[]) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')

  console.log(
    `\n${tickets.toLocaleString('en')} tickets; milliseconds; load average ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`,
  )
  for (const line of [head, ...lines]) console.log(lined(line).trimEnd())
  console.log(HOW_TO_READ)
  for (const scan of scans) console.log(`\nReads all of tickets: ${scan}`)
  for (const each of refused) console.log(`\nNot answered: ${each}`)
  for (const { person, operation, http } of slow)
    console.log(`\nToo slow: ${operation} as ${person}, ${ms(http.p95)} ms`)
  if (slow.length + scans.length + refused.length === 0)
    console.log(`\nEverything held to it stays within ${LIMIT} ms, and nothing reads all of tickets.`)
  return slow.length + scans.length + refused.length === 0
}

const ms = (value: number): string => value.toFixed(1)
const times = (value: number): string => `${value.toFixed(1)}×`

const HOW_TO_READ = `
n         how often each was asked; less often where it is slow
HTTP      one client, one request after the other, until the whole answer is here
SQL n     statements of that request, with who asks
RLS       those statements alone, one connection, as the API's role, with the policies
bare      those about tickets by a superuser whom no policy binds, same data, same indexes
HTTP÷RLS  what the API adds: validation, clocks, JSON, and the waiting between statements
RLS÷bare  what row-level security and asking who it is cost; a member's lists are for a manager another question,
          so only compare within a line
attempt   a line over ${LIMIT} ms is measured again, at most twice; the last one counts
The three are taken in turns, so a noisy machine bends the ratios less than the milliseconds; below 30 % nothing
means anything. The database does not wait for the disk here: "log a ticket" is faster than with a real one.`

import { type Answer, MOST_LISTS, type TicketFiltersSent, tickets } from '@physique57/contracts'
import { call } from '../../lib/call.ts'

type Total = Answer<typeof tickets.totals>['totals'][number]

interface Asked {
  /** As it is sent. */
  list: string
  answer: PromiseWithResolvers<Total>
}

/** What a proxy lets through as an address. */
const LONGEST = 3_000

let asked: Asked[] = []

/** How many tickets a list holds. Whatever is asked in the same moment, by tabs and sidebar, is one request. */
export function countTickets(filters: TicketFiltersSent): Promise<Total> {
  const one = { list: JSON.stringify(filters), answer: Promise.withResolvers<Total>() }
  if (asked.length === 0) setTimeout(askAll)
  asked.push(one)
  return one.answer.promise
}

function askAll(): void {
  const batches: Asked[][] = []
  let length = LONGEST
  for (const one of asked) {
    length += one.list.length
    if (length > LONGEST || batches.at(-1)?.length === MOST_LISTS) {
      batches.push([])
      length = one.list.length
    }
    batches.at(-1)?.push(one)
  }
  asked = []
  for (const batch of batches) void ask(batch)
}

async function ask(some: Asked[]): Promise<void> {
  try {
    const { totals } = await call(tickets.totals, { query: { lists: `[${some.map(({ list }) => list).join()}]` } })
    for (const [index, { answer }] of some.entries())
      answer.resolve(totals[index] ?? { total: 0, totalIsCapped: false })
  } catch (error) {
    for (const { answer } of some) answer.reject(error)
  }
}

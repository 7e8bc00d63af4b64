import { setTimeout as sleep } from 'node:timers/promises'
import type { CreateTicketSent, Ticket } from '@physique57/contracts'

/** One thing a client wants done once, however often it has to ask. */
export interface Wish {
  key: string
  token: string
  body: CreateTicketSent
}

export interface Acknowledgement {
  status: number
  body: Ticket
  isReplay: boolean
}

/** What the client wrote down: it alone knows what it was promised. */
export interface JournalEntry {
  key: string
  event: 'sent' | 'acknowledged'
  ticketId?: string
}

/** Asks with the same key until there is an answer, as the browser does: a cut line or a busy server is no answer. */
export async function createUntilAcknowledged(
  baseUrl: string,
  { key, token, body }: Wish,
  journal: JournalEntry[] = [],
): Promise<Acknowledgement> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    journal.push({ key, event: 'sent' })
    const response = await post(baseUrl, key, token, body)
    if (response?.status === 201) {
      const ticket = JSON.parse(response.text) as Ticket
      journal.push({ key, event: 'acknowledged', ticketId: ticket.id })
      return { status: 201, body: ticket, isReplay: response.isReplay }
    }
    const isWorthRepeating = !response || response.status === 503 || response.text.includes('request_in_progress')
    if (!isWorthRepeating) throw new Error(`${response.status} ${response.text}`)
    await sleep(50 + Math.random() * 100)
  }
  throw new Error(`${key} was not acknowledged within a minute`)
}

/** undefined: the connection broke before the whole answer was here. */
async function post(baseUrl: string, key: string, token: string, body: CreateTicketSent) {
  try {
    const response = await fetch(`${baseUrl}/api/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    const isReplay = response.headers.get('idempotency-replayed') === 'true'
    return { status: response.status, text: await response.text(), isReplay }
  } catch {
    return undefined
  }
}

/** Works through the items, so many at a time. */
export async function atATime<T, R>(
  width: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const takeTurns = async () => {
    while (next < items.length) {
      const turn = next++
      results[turn] = await work(items[turn] as T, turn)
    }
  }
  await Promise.all(Array.from({ length: width }, takeTurns))
  return results
}

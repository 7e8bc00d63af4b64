import type { TestApp } from './test-app.ts'

export type Mails = ReturnType<typeof mailsOf>

/** What reached a mailbox, whoever it belongs to. */
export function mailsOf(t: TestApp) {
  const to = (address: string) =>
    t.everything
      .selectFrom('outbox')
      .selectAll()
      .where('toAddress', '=', address)
      .where('status', '=', 'sent')
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
  const lastTo = async (address: string) => {
    const mail = (await to(address)).at(-1)
    if (!mail) throw new Error(`nothing was sent to ${address}`)
    return mail
  }
  return { to, lastTo }
}

export function linkIn({ textBody }: { textBody: string }): { url: string; token: string } {
  const [url = '', token = ''] = /https?:\/\/\S+#([\w-]+)/.exec(textBody) ?? []
  return { url, token }
}

/**
 * By how much one takes longer than the other in the middle case, and how long they take, in milliseconds. Compared pair
 * by pair, each first in turn, so that a busy machine slows both.
 */
export async function comparedTimes(pairs: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const measure = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  const differences: number[] = []
  const times: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const isFirst = pair % 2 === 0
    const [first, second] = [await measure(isFirst ? one : other), await measure(isFirst ? other : one)]
    differences.push(isFirst ? first - second : second - first)
    times.push(first, second)
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { difference: median(differences), usual: median(times) }
}

/** A live stream, and when the server ended it. */
export async function openLive(t: TestApp, token: string): Promise<{ ended: Promise<void> }> {
  const response = await fetch(`${await t.listen()}/api/live`, { headers: { authorization: `Bearer ${token}` } })
  if (response.status !== 200) throw new Error(`the stream answered ${response.status}`)
  return { ended: response.text().then(() => undefined) }
}

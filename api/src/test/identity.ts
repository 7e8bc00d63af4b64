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

/** How long each takes in the middle case, asked in turn so that a busy machine slows both. */
export async function medians(
  pairs: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  const measure = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  for (let pair = 0; pair < pairs; pair++) {
    times[0].push(await measure(one))
    times[1].push(await measure(other))
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return [median(times[0]), median(times[1])]
}

/** A live stream, and when the server ended it. */
export async function openLive(t: TestApp, token: string): Promise<{ ended: Promise<void> }> {
  const response = await fetch(`${await t.listen()}/api/live`, { headers: { authorization: `Bearer ${token}` } })
  if (response.status !== 200) throw new Error(`the stream answered ${response.status}`)
  return { ended: response.text().then(() => undefined) }
}

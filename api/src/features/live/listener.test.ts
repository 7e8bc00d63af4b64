import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/cluster.ts'
import { type Heard, type Listener, listen } from './listener.ts'

let database: TestDatabase
let announcer: Client
beforeAll(async () => {
  database = await createTestDatabase()
  announcer = new Client({ connectionString: database.superuserUrl })
  await announcer.connect()
})
afterAll(async () => {
  await announcer.end()
  await database.drop()
})

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const announce = (payload: string) => announcer.query('select pg_notify($1, $2)', ['live', payload])
const quick = { connectMs: 500, answerMs: 300, probeEveryMs: 200 }

function listenAt(url: string) {
  const heard: Heard[] = []
  const errors: Error[] = []
  const listener: Listener = listen(
    url,
    (announcement) => heard.push(announcement),
    (error) => errors.push(error),
    quick,
  )
  stops.push(() => listener.stop())
  const hears = async (kind: Heard['kind'], withinMs = 5_000) => {
    const deadline = Date.now() + withinMs
    while (!heard.some((announcement) => announcement.kind === kind)) {
      if (Date.now() > deadline) throw new Error(`no ${kind} within ${withinMs} ms`)
      await sleep(20)
    }
  }
  /** Until it is connected and hears. */
  const ready = async () => {
    while (!heard.some(({ kind }) => kind === 'tickets')) {
      await announce('{"kind":"tickets","ids":[]}')
      await sleep(50)
    }
    heard.length = 0
  }
  return { heard, errors, hears, ready, stop: () => listener.stop() }
}

/** Stands before the database. Frozen, it keeps every connection and lets nothing through, as a firewall that forgot them. */
async function proxyBefore(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isFrozen = false
  const server = createServer((inside) => {
    const outside = createConnection(Number(port), hostname)
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => isFrozen || to.destroy())
      from.on('data', (chunk) => isFrozen || to.write(chunk))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const through = Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) })
  return { url: through.href, freeze: (frozen: boolean) => (isFrozen = frozen) }
}

test.each(['{"kind":"presence","ids":[]}', '{"kind":"tickets"}', 'hello', ''])(
  'an announcement %j of somebody else, or of a newer version, makes everybody ask again, with a warning',
  async (payload) => {
    const listener = listenAt(database.appUrl)
    await listener.ready()
    await announce(payload)
    await listener.hears('refetch')
    await announce('{"kind":"people","ids":["x"]}')
    await listener.hears('people')
    expect(listener.heard).toEqual([{ kind: 'refetch' }, { kind: 'people', ids: ['x'] }])
    expect(listener.errors.map(({ message }) => message)).toEqual([
      `An announcement that is not understood: ${payload}`,
    ])
  },
)

test('a connection that goes dumb without ending is noticed and made anew', async () => {
  const proxy = await proxyBefore(database.appUrl)
  const listener = listenAt(proxy.url)
  await listener.ready()

  proxy.freeze(true)
  await announce('{"kind":"people","ids":["missed"]}')
  const deadline = Date.now() + 5_000
  while (listener.errors.length === 0 && Date.now() < deadline) await sleep(20)
  expect(listener.errors[0]?.message).toBe('Query read timeout')
  proxy.freeze(false)
  await listener.hears('reconnected')
  await announce('{"kind":"people","ids":["heard"]}')
  await listener.hears('people')
  expect(listener.heard).toEqual([{ kind: 'reconnected' }, { kind: 'people', ids: ['heard'] }])
})

test('where nobody answers it tries again and again, and stopping waits for none of it', async () => {
  const proxy = await proxyBefore(database.appUrl)
  proxy.freeze(true)
  const listener = listenAt(proxy.url)
  while (listener.errors.length < 2) await sleep(20)
  const started = Date.now()
  await listener.stop()
  expect(Date.now() - started).toBeLessThan(200)
})

test('stopping a dumb connection takes no time either', async () => {
  const proxy = await proxyBefore(database.appUrl)
  const listener = listenAt(proxy.url)
  await listener.ready()
  proxy.freeze(true)
  const started = Date.now()
  await listener.stop()
  expect(Date.now() - started).toBeLessThan(200)
  expect(listener.errors).toEqual([])
})

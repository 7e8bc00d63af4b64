import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeConnections } from './closing-connections.ts'

/** Answers after some time; `/endless` begins to answer and never comes to an end. */
async function listen(longest?: number) {
  const app = fastify({ return503OnClosing: false, forceCloseConnections: 'idle' })
  closeConnections(app, longest)
  app.get('/', async () => {
    await sleep(300)
    return 'finished'
  })
  app.get('/endless', (_request, reply) => {
    reply.hijack()
    reply.raw.write('begun')
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    port: Number(new URL(address).port),
    async close() {
      const since = Date.now()
      await app.close()
      return Date.now() - since
    },
  }
}

const ask = async (port: number, path: string) => {
  const request = get({ port, host: '127.0.0.1', path, agent: new Agent({ keepAlive: true }) })
  const [answer]: IncomingMessage[] = await once(request, 'response')
  return answer?.setEncoding('utf8')
}

test('a connection that a browser opened ahead of need does not hold up the end', async () => {
  const { port, close } = await listen()
  const unused = createConnection(port, '127.0.0.1')
  await once(unused, 'connect')
  expect(await close()).toBeLessThan(3_000)
})

test('nor does one that is kept after what ran was answered', async () => {
  const { port, close } = await listen()
  const answer = ask(port, '/')
  await sleep(100)
  const took = close()
  expect(await (await answer)?.toArray()).toEqual(['finished'])
  expect(await took).toBeLessThan(3_000)
})

test('what comes to no end is cut', async () => {
  const { port, close } = await listen(500)
  const answer = await ask(port, '/endless')
  answer?.on('error', () => {})
  answer?.resume()
  const took = await close()
  expect(took).toBeGreaterThanOrEqual(400)
  expect(took).toBeLessThan(3_000)
})

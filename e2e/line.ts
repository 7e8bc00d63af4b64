import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to the system, really held up and really cut, as a phone's is. */
export async function openLine() {
  const sockets = new Set<Socket>()
  let most = Number.POSITIVE_INFINITY
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  const server = createServer((browser) => {
    const system = connect(Number(process.env.E2E_PORT), '127.0.0.1')
    let passed = 0
    for (const [from, to] of [
      [browser, system],
      [system, browser],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
    system.pipe(browser)
    browser.on('data', (chunk) => {
      passed += chunk.length
      system.write(chunk)
      if (passed < most) return
      browser.pause()
      held()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** How many bytes each connection carries towards the system before it stands still. */
    holdAfter(bytes: number) {
      most = bytes
    },
    /** The first connection stands still. */
    isHeld,
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const LOOK_EVERY = 100
/** What runs is given this long to finish; whoever started us kills us a little later. */
const LONGEST = 9_000

/**
 * Lets the process end as soon as what runs is finished. Node closes the connections that are idle when it is asked to,
 * and would wait over a minute for those that become idle afterwards, and for those that browsers opened ahead of need and
 * that never carried a request.
 */
export function closeConnections(app: FastifyInstance, longest = LONGEST): void {
  const sockets = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const closeIdle = () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    app.server.closeIdleConnections()
  }
  app.addHook('preClose', async () => {
    closeIdle()
    const looking = setInterval(closeIdle, LOOK_EVERY)
    const giveUp = setTimeout(() => app.server.closeAllConnections(), longest)
    app.server.once('close', () => {
      clearInterval(looking)
      clearTimeout(giveUp)
    })
  })
}

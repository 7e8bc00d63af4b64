import { Socket } from 'node:net'
import pg from 'pg'

/**
 * A connection in use on which nothing comes for so long is taken for dead: behind a firewall that forgot it, it would never
 * say so, and whoever has it would wait for a quarter of an hour. The idle ones beside it share its fate.
 */
export function endSilentConnections(pool: pg.Pool, silentMs: number): void {
  const idle = new Set<Socket>()
  pool.on('connect', (client) => {
    const socket = socketOf(client)
    socket?.on('timeout', () => {
      socket.destroy(new Error('Connection terminated: the database is silent'))
      for (const other of idle) other.destroy()
    })
    socket?.once('close', () => idle.delete(socket))
  })
  pool.on('acquire', (client) => {
    const socket = socketOf(client)
    if (socket) idle.delete(socket.setTimeout(silentMs))
  })
  pool.on('release', (_error, client) => {
    const socket = socketOf(client)
    if (socket && !socket.destroyed) idle.add(socket.setTimeout(0))
  })
}

function socketOf(client: pg.ClientBase): Socket | undefined {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined
  return stream instanceof Socket ? stream : undefined
}

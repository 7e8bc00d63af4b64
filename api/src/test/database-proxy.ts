import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { inject } from 'vitest'

/** A line to the run's PostgreSQL that can be cut, and can go dumb as behind a firewall that forgot it. */
export async function startDatabaseProxy() {
  const target = new URL(inject('cluster').superuserUrl)
  const lines = new Set<{ near: Socket; far: Socket; isDumb: boolean }>()
  let isDumb = false
  let cuts = 0

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    const line = { near, far, isDumb }
    lines.add(line)
    near.on('data', (bytes) => {
      if (line.isDumb) return
      far.write(bytes)
      if (cuts === 0 || !isCommit(bytes)) return
      cuts--
      near.destroy()
    })
    far.on('data', (bytes) => {
      if (!line.isDumb && !near.destroyed) near.write(bytes)
    })
    near.on('error', () => {})
    far.on('error', () => {})
    // whoever sent COMMIT and left is still given its answer, so that it happens
    near.on('close', () => {
      lines.delete(line)
      far.end()
    })
    far.on('close', () => near.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    /** The next so many connections are cut when COMMIT has gone out and before its answer is back. */
    cutAtCommit(times: number) {
      cuts = times
    },
    commitsNotCut: () => cuts,
    /** From now on nothing comes through, on old and new lines, and none of them is closed. */
    goDumb() {
      isDumb = true
      for (const line of lines) line.isDumb = true
    },
    /** New lines work again; those of before stay dumb for ever. */
    heal() {
      isDumb = false
    },
    async stop() {
      for (const { near, far } of lines) {
        near.destroy()
        far.destroy()
      }
      server.close()
      await once(server, 'close')
    },
  }
}

/** A simple query (`Q`) that says so. */
const isCommit = (bytes: Buffer): boolean => bytes[0] === 0x51 && /^commit\b/i.test(bytes.toString('latin1', 5))

import path from 'node:path'
import { createServer } from 'vite'

/** The web application as its sources stand, changes shown at once, with the API behind it. */
export async function serveWebFromSources(port: number, apiPort: number): Promise<void> {
  const server = await createServer({
    root: path.resolve(import.meta.dirname, '../web'),
    logLevel: 'warn',
    server: { port, strictPort: true, proxy: { '/api': `http://127.0.0.1:${apiPort}` } },
  })
  await server.listen()
}

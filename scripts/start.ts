import { parseArgs } from 'node:util'
import { loadSettings } from '../api/src/config.ts'
import { freePort } from '../api/src/embedded/ports.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'
import { startSystem } from '../api/src/embedded/supervisor.ts'
import { welcome } from '../api/src/embedded/welcome.ts'
import { fail } from './fail.ts'

/** `--dev` restarts the API and the worker when their sources change, and serves the web from its sources. */
const { dev } = parseArgs({ options: { dev: { type: 'boolean', default: false } } }).values

const stopping = new AbortController()
const starting = start().catch((error) => (stopping.signal.aborted ? undefined : fail(error)))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(1)
    stopping.abort()
    void stop()
  })
}

async function start() {
  const settings = loadSettings()
  const running = currentRun(settings.dataDir)
  if (running) {
    console.log(`Already running at ${running.url} (process ${running.pid}). Ctrl-C there stops it.`)
    process.exit(0)
  }
  const webPort = dev ? await freePort(5173) : undefined
  const system = await startSystem({ settings, say: console.log, signal: stopping.signal, webPort })
  if (webPort) {
    const { serveWebFromSources } = await import('./web-from-sources.ts')
    await serveWebFromSources(webPort, system.config.port)
  }
  if (!stopping.signal.aborted) console.log(await welcome(system.config))
  return system
}

async function stop() {
  console.log('\nStopping …')
  const system = await starting
  await system?.stop()
  process.exit(0)
}

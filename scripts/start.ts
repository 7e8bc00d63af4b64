import { ConfigError, loadSettings } from '../api/src/config.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'
import { startSystem } from '../api/src/embedded/supervisor.ts'
import { welcome } from '../api/src/embedded/welcome.ts'

const stopping = new AbortController()
const starting = start().catch(fail)

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
  const system = await startSystem({ settings, say: console.log, signal: stopping.signal })
  if (!stopping.signal.aborted) console.log(await welcome(system.config))
  return system
}

async function stop() {
  console.log('\nStopping …')
  const system = await starting
  await system?.stop()
  process.exit(0)
}

function fail(error: unknown) {
  if (stopping.signal.aborted) return undefined
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}

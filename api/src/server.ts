import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { createDeps } from './deps.ts'

const config = loadConfig()
const deps = await createDeps(config)
const app = await createApp(deps)
app.addHook('onClose', () => deps.close())
await app.listen({ port: config.port, host: config.host })

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void app.close())
}

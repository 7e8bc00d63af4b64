import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCatalogue } from '../catalogue/install-catalogue.ts'
import { type Config, environmentWith, loadConfig, type Settings, StartError } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { isEmpty, seed } from '../demo/seed.ts'
import { createFiles } from '../deps.ts'
import { type Child, keepRunning, type Program } from './child.ts'
import { runDatabase } from './database.ts'
import { freePort, isFree } from './ports.ts'
import { restartOnChange } from './restart-on-change.ts'
import { forgetRun, previousRun, recordRun } from './run-file.ts'
import { ownSecrets } from './secrets.ts'

export interface System {
  config: Config
  /** The API first, the database last; what is being answered is finished. */
  stop(): Promise<void>
}

export interface StartOptions {
  settings: Settings
  say: (line: string) => void
  signal: AbortSignal
  /** For development: where the web is served from its sources. Also restarts the API and the worker when theirs change. */
  webPort?: number | undefined
}

/** Brings up everything one machine needs: database, migrations, demo data, API with web, worker. */
export async function startSystem({ settings, say, signal, webPort }: StartOptions): Promise<System> {
  const { dataDir } = settings
  prepare(dataDir)
  const port = await choosePort(settings, say)
  recordRun(dataDir, `http://localhost:${webPort ?? port}`)
  const secrets = ownSecrets(dataDir)
  const running = new AsyncDisposableStack()
  running.defer(() => forgetRun(dataDir))

  try {
    const database = settings.databaseUrl ? undefined : await runDatabase(settings, secrets, say)
    if (database) running.defer(database.stop)
    const environment = environmentWith({
      PORT: String(port),
      ...(webPort && !settings.isBaseUrlChosen ? { BASE_URL: `http://localhost:${webPort}` } : {}),
      DATABASE_URL: database?.ownerUrl ?? settings.databaseUrl,
      AUTH_SECRET: settings.authSecret ?? secrets.authSecret,
      EMBEDDED: String(!settings.isProduction),
    })
    const config = loadConfig(environment)
    await prepareDatabase(config, database !== undefined, say)

    const children = programs(config, environment, config.isProduction || webPort !== undefined).map((program) =>
      keepRunning(program, say),
    )
    for (const child of children) running.defer(child.stop)
    await answering(config, children, signal)
    if (webPort) running.use(restartOnChange(children, say))
    return { config, stop: () => running.disposeAsync() }
  } catch (error) {
    await running.disposeAsync()
    throw error
  }
}

function prepare(dataDir: string) {
  try {
    mkdirSync(path.join(dataDir, 'logs'), { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new StartError(
      `${dataDir} cannot be written. It belongs to another user, or DATA_DIR names the wrong folder.`,
    )
  }
}

async function choosePort({ dataDir, port, isPortChosen }: Settings, say: StartOptions['say']): Promise<number> {
  // The API of a supervisor that was killed is still finishing its requests.
  for (let wait = previousRun(dataDir) ? 100 : 0; wait > 0 && !(await isFree(port)); wait--) await sleep(100)
  if (await isFree(port)) return port
  if (isPortChosen)
    throw new StartError(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)

  const other = await freePort(port + 1)
  say(`Port ${port} is taken by another program; using ${other}.`)
  return other
}

async function prepareDatabase(config: Config, isOwnDatabase: boolean, say: StartOptions['say']) {
  const { databaseDirectUrl: ownerUrl, databaseAppUrl: appUrl, databaseWorkerUrl: workerUrl } = config
  if (ownerUrl) await migrate({ ownerUrl, appUrl, workerUrl })

  const wantsDemo = config.demo === 'on' || (config.demo === 'auto' && isOwnDatabase && !config.isProduction)
  if (wantsDemo && (await isEmpty(workerUrl))) {
    say('Loading demo data …')
    await seed({ workerUrl, now: new Date(), password: config.demoPassword, files: createFiles(config) })
  }
  await ensureCatalogue(workerUrl)
}

/** Neither is given the owner's login. */
function programs(config: Config, environment: Program['env'], logsToConsole: boolean): Program[] {
  const env = {
    ...environment,
    DATABASE_URL: undefined,
    DATABASE_DIRECT_URL: undefined,
    DATABASE_APP_URL: config.databaseAppUrl,
    DATABASE_LISTEN_URL: config.databaseListenUrl,
    DATABASE_WORKER_URL: config.databaseWorkerUrl,
  }
  return ['worker', 'server'].map((name) => ({
    name,
    args: [path.join(import.meta.dirname, `../${name}.ts`)],
    env,
    logFile: logsToConsole ? undefined : path.join(config.dataDir, `logs/${name}.log`),
  }))
}

async function answering({ host, port, dataDir }: Config, children: Child[], signal: AbortSignal) {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  while (!(await isReady(`http://${address}:${port}/readyz`))) {
    if (children.some((child) => child.failures() >= 3)) {
      throw new StartError(`The API or the worker does not start; ${path.join(dataDir, 'logs')} says why.`)
    }
    await sleep(50, undefined, { signal })
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
}

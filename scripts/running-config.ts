import { readFileSync } from 'node:fs'
import path from 'node:path'
import { environmentWith, loadConfig, loadSettings, StartError } from '../api/src/config.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'
import { ownSecrets } from '../api/src/embedded/secrets.ts'

/** Of the system that is meant: the one whose database is named, else the one that runs here with a database of its own. */
export function runningConfig() {
  const settings = loadSettings()
  if (settings.databaseUrl || settings.databaseWorkerUrl) return loadConfig()

  const { dataDir } = settings
  const running = currentRun(dataDir)
  if (!running) throw new StartError('It is not running. Start it first: npm start')
  // the fourth line of PostgreSQL's lock file is its port
  const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const { authSecret, ownerPassword } = ownSecrets(dataDir)
  return loadConfig(
    environmentWith({
      BASE_URL: settings.isBaseUrlChosen ? settings.baseUrl : running.url,
      DATABASE_URL: `postgres://tickets_owner:${ownerPassword}@127.0.0.1:${port}/tickets`,
      AUTH_SECRET: settings.authSecret ?? authSecret,
    }),
  )
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { environmentWith, loadConfig, loadSettings, StartError } from '../api/src/config.ts'
import { currentRun } from '../api/src/embedded/run-file.ts'
import { ownSecrets } from '../api/src/embedded/secrets.ts'
import { adminResetLink } from '../api/src/features/auth/console-links.service.ts'
import { fail } from './fail.ts'

/** For an admin who cannot sign in: whoever may run this on the server may do anything there anyway. */
async function main() {
  const [email] = process.argv.slice(2)
  if (!email) throw new StartError('Whose? npm run admin:reset -- <e-mail of an admin>')
  const link = await adminResetLink(runningConfig(), email)
  console.log(`Choose a new password within 30 minutes, once:\n\n  ${link}\n`)
}

function runningConfig() {
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

await main().catch(fail)

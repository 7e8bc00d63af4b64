import { ensureCatalogue } from '../api/src/catalogue/install-catalogue.ts'
import { loadConfig, StartError } from '../api/src/config.ts'
import { migrate } from '../api/src/db/migrate.ts'
import { setUpLink } from '../api/src/features/auth/console-links.service.ts'
import { fail } from './fail.ts'

/** For installations without the supervisor: run it once before new API and worker processes start. */
async function main() {
  const config = loadConfig()
  const { databaseDirectUrl: ownerUrl, databaseAppUrl: appUrl, databaseWorkerUrl: workerUrl } = config
  if (!ownerUrl) throw new StartError('DATABASE_URL is not set: migrations need the owner of a database.')
  await migrate({ ownerUrl, appUrl, workerUrl, log: console.log })
  await ensureCatalogue(workerUrl)
  const link = await setUpLink(config)
  if (link) console.log(`Nobody can sign in yet. Make the first admin, once, within a day: ${link}`)
}

await main().catch(fail)

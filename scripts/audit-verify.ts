import { StartError } from '../api/src/config.ts'
import { verifyAudit } from '../api/src/db/audit.ts'
import { openDatabase } from '../api/src/db/database.ts'
import { fail } from './fail.ts'
import { runningConfig } from './running-config.ts'

/** Whether anybody changed the audit log behind the system's back. */
async function main() {
  const { databaseWorkerUrl: url } = runningConfig()
  const db = openDatabase({ url, poolSize: 1, applicationName: 'console', onError: () => {} })
  try {
    const { entries, newestHash, firstWrong } = await verifyAudit(db)
    if (firstWrong !== null)
      throw new StartError(`Entry ${firstWrong} of the audit log, or one before it, was changed.`)
    console.log(`The audit log is whole: ${entries} entries.`)
    if (newestHash)
      console.log(`Keep the newest hash elsewhere, to find out if entries are cut off later: ${newestHash}`)
  } finally {
    await db.destroy()
  }
}

await main().catch(fail)

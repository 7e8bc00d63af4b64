import { StartError } from '../api/src/config.ts'
import { adminResetLink } from '../api/src/features/auth/console-links.service.ts'
import { fail } from './fail.ts'
import { runningConfig } from './running-config.ts'

/** For an admin who cannot sign in: whoever may run this on the server may do anything there anyway. */
async function main() {
  const [email] = process.argv.slice(2)
  if (!email) throw new StartError('Whose? npm run admin:reset -- <e-mail of an admin>')
  const link = await adminResetLink(runningConfig(), email)
  console.log(`Choose a new password within 30 minutes, once:\n\n  ${link}\n`)
}

await main().catch(fail)

import { loadConfig } from './config.ts'
import { openDatabase } from './db/database.ts'
import { createDeps, createFiles, createLog, createMailer, workerSettings } from './deps.ts'
import { sendAccountMail } from './features/auth/account-mail.jobs.ts'
import { runOperation } from './features/bulk/run-operation.ts'
import { removeOldExports } from './features/exports/old-exports.jobs.ts'
import { runExport } from './features/exports/run-export.ts'
import { removeLooseFiles } from './features/files/loose-files.jobs.ts'
import { makeThumbnail } from './features/files/thumbnail.jobs.ts'
import { sendDigest } from './features/notifications/digest.jobs.ts'
import { sendWaitingMail } from './features/notifications/mail.jobs.ts'
import { sendDue } from './features/notifications/send-due.jobs.ts'
import { cleanUpOldRows } from './jobs/clean-up.jobs.ts'
import {
  accountMail,
  bulkOperation,
  cleanUp,
  digestMail,
  dueMail,
  exportJob,
  looseFiles,
  thumbnails,
  ticketMail,
} from './jobs/queues.ts'
import { startJobRunner } from './jobs/worker.ts'

const config = loadConfig()
const log = createLog(config)
const onError = (error: Error) => log.warn({ err: error }, 'database connection')
const db = openDatabase({
  url: config.databaseWorkerUrl,
  poolSize: config.databasePoolSize,
  applicationName: 'worker',
  settings: workerSettings,
  onError,
})
/** For what it does on behalf of a person, with their rights and no others. Finding all there is to export may take a minute. */
const onBehalf = await createDeps(config, log, { silentMs: 90_000 })
const mailer = createMailer()
const files = createFiles(config)
const jobs = await startJobRunner(config.databaseWorkerUrl, onError)
await jobs.run(ticketMail, (data) => sendWaitingMail({ config, db, mailer }, data))
await jobs.run(digestMail, (data) => sendDigest({ config, db, mailer }, data))
await jobs.run(dueMail, () => sendDue({ db, jobs }), 1)
await jobs.every('* * * * *', dueMail)
const printLink = (line: string) => config.embedded && log.info(line)
await jobs.run(accountMail, (data) => sendAccountMail({ config, db, mailer, printLink }, data))
await jobs.run(thumbnails, (data) => makeThumbnail({ config, db, files }, data), 1)
await jobs.run(
  looseFiles,
  async () => {
    await removeOldExports({ db, files })
    await removeLooseFiles({ db, files })
  },
  1,
)
await jobs.every('17 * * * *', looseFiles)
await jobs.run(bulkOperation, (data) => runOperation(onBehalf, data))
await jobs.run(exportJob, (data) => runExport(onBehalf, data))
await jobs.run(cleanUp, () => cleanUpOldRows(db), 1)
await jobs.every('30 3 * * *', cleanUp)
log.info('worker started')

const stop = async () => {
  await jobs.stop()
  await onBehalf.close()
  await db.destroy()
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

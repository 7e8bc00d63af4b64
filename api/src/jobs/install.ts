import { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { queues } from './queues.ts'

export const jobsSchema = 'jobs'

/** Creates or upgrades the job tables and queues, as the database's owner, and says who may use them. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobsSchema,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const { name, options } of queues) await boss.createQueue(name, options)
  } finally {
    await boss.stop({ graceful: false })
  }
  await grantAccess(ownerUrl)
}

/** The API may put a job in and learn its id; only the worker sees what is inside. */
async function grantAccess(ownerUrl: string) {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`
      revoke all on schema ${jobsSchema} from public;
      grant usage on schema ${jobsSchema} to app, app_system, app_worker;
      grant select on ${jobsSchema}.queue, ${jobsSchema}.version to app, app_system;
      grant insert, select (id, start_after) on ${jobsSchema}.job, ${jobsSchema}.job_common to app, app_system;
      grant execute on all functions in schema ${jobsSchema} to app, app_system;
      grant all on all tables in schema ${jobsSchema} to app_worker;
      grant all on all sequences in schema ${jobsSchema} to app_worker;
      grant execute on all functions in schema ${jobsSchema} to app_worker;
    `)
  } finally {
    await owner.end()
  }
}

import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from '../db/database.ts'
import { jobsSchema } from './install.ts'
import type { JobQueue } from './queues.ts'

export interface EnqueueOptions {
  afterSeconds?: number
  /** For queues that keep one waiting job a key. */
  key?: string
}

/** Puts work in a queue, in the transaction it is given: it happens if and only if that commits. */
export interface Jobs {
  enqueue<Data extends object>(db: Db, queue: JobQueue<Data>, data: Data, options?: EnqueueOptions): Promise<void>
  stop(): Promise<void>
}

/** The sending side, for a process that runs no jobs itself. */
export async function openJobs(db: Db, onError: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({
    db: executor(db),
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', onError)
  await boss.start()
  return { ...sender(boss), stop: () => boss.stop({ graceful: false }) }
}

function sender(boss: PgBoss): Pick<Jobs, 'enqueue'> {
  return {
    async enqueue(db, queue, data, { afterSeconds = 0, key } = {}) {
      const options = { db: executor(db), startAfter: afterSeconds, ...(key && { singletonKey: key }) }
      await boss.send(queue.name, data, options)
    },
  }
}

/** pg-boss brings its statements as text; our plugin must not rename its columns. */
const executor = (db: Db) => fromKysely(db.withoutPlugins())

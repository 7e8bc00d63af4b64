import { PgBoss } from 'pg-boss'
import { jobsSchema } from './install.ts'
import type { JobQueue } from './queues.ts'

/** Takes jobs from queues and runs them; what fails is tried again later, what keeps failing rests among the dead letters. */
export interface JobRunner {
  run<Data extends object>(
    queue: JobQueue<Data>,
    handler: (data: Data) => Promise<void>,
    concurrency?: number,
  ): Promise<void>
  every(cron: string, queue: JobQueue<object>): Promise<void>
  /** For queues that keep one waiting job a key. */
  enqueue<Data extends object>(queue: JobQueue<Data>, data: Data, key: string): Promise<void>
  /** What runs is finished first. */
  stop(): Promise<void>
}

export async function startJobRunner(url: string, onError: (error: Error) => void): Promise<JobRunner> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'worker jobs',
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    // rebuilding indexes is for their owner
    reindex: false,
    // how often it is looked whether a worker died over its jobs
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    max: 6,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    run: async (queue, handler, concurrency = 2) => {
      // most jobs wait on purpose, so being woken when they are put in would be no use
      const options = { pollingIntervalSeconds: 0.5, localConcurrency: concurrency }
      await boss.work<Parameters<typeof handler>[0]>(queue.name, options, async ([job]) => {
        if (job) await handler(job.data)
      })
    },
    every: (cron, queue) => boss.schedule(queue.name, cron, {}, { tz: 'Asia/Kolkata' }),
    enqueue: async (queue, data, key) => {
      await boss.send(queue.name, data, { singletonKey: key })
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  }
}

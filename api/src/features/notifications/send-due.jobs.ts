import type { Db } from '../../db/database.ts'
import { digestMail, ticketMail } from '../../jobs/queues.ts'
import type { JobRunner } from '../../jobs/worker.ts'
import { announceArrivals, findDueDigests, findDueMails } from './send-due.queries.ts'

/**
 * Each minute: what waited for a digest or for the end of quiet hours and is due by now. Whatever is found twice is sent once,
 * because the job that writes the mail takes it.
 */
export async function sendDue({ db, jobs }: { db: Db; jobs: Pick<JobRunner, 'enqueue'> }): Promise<void> {
  for (const { userId, ticketId } of await findDueMails(db)) {
    await jobs.enqueue(ticketMail, { userId, ticketId }, `${userId}:${ticketId}`)
  }
  for (const { userId } of await findDueDigests(db)) await jobs.enqueue(digestMail, { userId }, userId)
  await announceArrivals(db)
}

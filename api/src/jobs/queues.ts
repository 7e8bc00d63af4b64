import type { Queue } from 'pg-boss'

/** A kind of work that happens later; `Data` is what its handler gets. */
export interface JobQueue<Data extends object> {
  name: string
  options: Omit<Queue, 'name'>
  /** Only for its type. */
  data?: Data
}

const queue = <Data extends object>(name: string, options: JobQueue<Data>['options'] = {}): JobQueue<Data> => ({
  name,
  options: { retryLimit: 8, retryBackoff: true, retryDelay: 5, retryDelayMax: 600, heartbeatSeconds: 15, ...options },
})

/** Where jobs rest that failed for good, until an admin looks. */
const deadLetters = queue<object>('dead-letters', { retryLimit: 0 })

/**
 * One mail to one person about one ticket, made of whatever waits for them when it runs. `short`: while one is waiting,
 * another for the same key adds nothing.
 */
export const ticketMail = queue<{ userId: string; ticketId: string }>('mail', {
  policy: 'short',
  deadLetter: deadLetters.name,
})

/** One mail to one person, with everything that waits for their digest. */
export const digestMail = queue<{ userId: string }>('digest', { policy: 'short', deadLetter: deadLetters.name })

/** Looks for what waited for a digest or for the end of quiet hours. The next minute looks again. */
export const dueMail = queue<object>('due-mail', { retryLimit: 0 })

/** One mail about somebody's account. `mailId` is the mail's, so that a repeated job finds what it wrote before. */
export type AccountMail = { mailId: string } & (
  | { kind: 'reset' | 'sign_up'; email: string }
  | { kind: 'new_email'; userId: string; email: string }
  | { kind: 'email_changed'; userId: string; oldEmail: string }
  | { kind: 'password_changed'; userId: string }
)
export const accountMail = queue<AccountMail>('account-mail', { deadLetter: deadLetters.name })

/** The small picture of an uploaded image. */
export const thumbnails = queue<{ fileId: string }>('thumbnails', { deadLetter: deadLetters.name })

/** Uploads that became part of nothing. */
export const looseFiles = queue<object>('loose-files', { deadLetter: deadLetters.name })

/** One change to many tickets; each is done once, however often the job is begun. */
export const bulkOperation = queue<{ operationId: string; userId: string }>('bulk', { deadLetter: deadLetters.name })

/** Makes the file of an export. Begun again after a death, it makes another. */
export const exportJob = queue<{ exportId: string; userId: string }>('export', {
  deadLetter: deadLetters.name,
  expireInSeconds: 3_600,
})

/** Forgets what nobody asks for any more. */
export const cleanUp = queue<object>('clean-up', { deadLetter: deadLetters.name })

export const queues = [
  deadLetters,
  ticketMail,
  digestMail,
  dueMail,
  accountMail,
  thumbnails,
  looseFiles,
  bulkOperation,
  exportJob,
  cleanUp,
]

import type { Mailer } from '../../adapters/mailer/mailer.ts'
import type { Db } from '../../db/database.ts'
import {
  claimNext,
  isAnyQueued,
  type MailAbout,
  markDropped,
  markSent,
  type QueuedMail,
  type Recipient,
  releaseMail,
} from './mail.queries.ts'

interface Delivery {
  db: Db
  mailer: Mailer
  recipient: Recipient
  about: MailAbout
  /** The mail as it may be sent now, or why not: asked at each attempt, not when it happened. */
  permitted: (mail: QueuedMail) => Promise<QueuedMail | { dropped: string }>
}

/** Sends what was written before, so that a worker that dies over it is followed by one that sends it with the same Message-ID. */
export async function deliver({ db, mailer, recipient, about, permitted }: Delivery): Promise<void> {
  for (;;) {
    const claimed = await claimNext(db, about)
    if (!claimed) break

    const mail = await permitted(claimed)
    if ('dropped' in mail) {
      await markDropped(db, claimed.id, mail.dropped)
      continue
    }
    try {
      await mailer.send({
        messageId: mail.messageId,
        to: { name: recipient.name, address: mail.toAddress },
        subject: mail.subject,
        text: mail.textBody,
        html: mail.htmlBody,
      })
    } catch (error) {
      await releaseMail(db, mail.id, String(error))
      throw error
    }
    await markSent(db, mail.id)
  }
  // finishing now would leave it lying if whoever claimed it is dead
  if (await isAnyQueued(db, about)) throw new Error('Another worker is sending this, or died over it')
}

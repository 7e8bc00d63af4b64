import { ticketPath } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Mailer } from '../../adapters/mailer/mailer.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../db/database.ts'
import { maySee } from '../tickets/may-see.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import {
  claimNext,
  findToMail,
  getMailedTicket,
  getRecipient,
  insertMail,
  isAnyQueued,
  markDropped,
  markSent,
  releaseMail,
  waitForChanges,
} from './mail.queries.ts'
import { renderMail } from './mail-template.ts'

interface MailDeps {
  config: Pick<Config, 'baseUrl'>
  /** The worker's. */
  db: Db
  mailer: Mailer
}

/**
 * Writes the mail first and sends it after, so that a worker that dies in between is followed by one that sends the same
 * mail with the same Message-ID.
 */
export async function sendWaitingMail(
  deps: MailDeps,
  { userId, ticketId }: { userId: string; ticketId: string },
): Promise<void> {
  const recipient = await getRecipient(deps.db, userId)
  await composeMail(deps, recipient, ticketId)
  for (;;) {
    const mail = await claimNext(deps.db, userId, ticketId)
    if (!mail) break
    await deliver(deps, recipient, ticketId, mail)
  }
  // finishing now would leave it lying if whoever claimed it is dead
  if (await isAnyQueued(deps.db, userId, ticketId)) throw new Error('Another worker is sending this, or died over it')
}

type Recipient = Awaited<ReturnType<typeof getRecipient>>
type ClaimedMail = NonNullable<Awaited<ReturnType<typeof claimNext>>>

/** Whether they may still see the ticket is asked now, not when it happened. */
async function deliver({ db, mailer }: MailDeps, recipient: Recipient, ticketId: string, mail: ClaimedMail) {
  if (!(await mayStillSee(db, recipient, ticketId))) {
    await markDropped(db, mail.id, 'May no longer see this ticket')
    return
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

async function mayStillSee(db: Db, { teamId, teamName, ...person }: Recipient, ticketId: string): Promise<boolean> {
  const { deletedAt, ...ticket } = await getMailedTicket(db, ticketId)
  const actor = { ...person, team: teamId && teamName ? { id: teamId, name: teamName } : null }
  return person.status === 'active' && maySee(actor, { ...ticket, ticketId, isDeleted: deletedAt !== null })
}

const composeMail = (
  { db, config }: Pick<MailDeps, 'db' | 'config'>,
  recipient: Recipient,
  ticketId: string,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await waitForChanges(trx, ticketId)
    const waiting = await findToMail(trx, recipient.id, ticketId)
    const [first] = waiting
    if (!first) return

    const ticket = await getMailedTicket(trx, ticketId)
    const content = renderMail({
      name: recipient.name,
      key: ticketKey(ticket.number),
      title: ticket.title,
      studio: ticket.studioName,
      messages: waiting.map(({ message }) => message),
      url: config.baseUrl + ticketPath(ticketId, waiting.find(({ responseId }) => responseId)?.responseId),
    })
    await insertMail(
      trx,
      {
        id: uuid(),
        messageId: `<${first.id}@${new URL(config.baseUrl).hostname}>`,
        userId: recipient.id,
        ticketId,
        toAddress: recipient.email,
        subject: content.subject,
        textBody: content.text,
        htmlBody: content.html,
      },
      waiting.map(({ id }) => id),
    )
  })

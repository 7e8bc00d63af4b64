import { ticketPath } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import type { Mailer } from '../../adapters/mailer/mailer.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../db/database.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import { deliver } from './deliver.ts'
import {
  findToMail,
  getMailedTicket,
  getRecipient,
  insertMail,
  type Recipient,
  waitForChanges,
} from './mail.queries.ts'
import { renderMail } from './mail-template.ts'
import { mayStillSee } from './may-still-see.ts'

export interface MailDeps {
  config: Pick<Config, 'baseUrl'>
  /** The worker's. */
  db: Db
  mailer: Mailer
}

/** To one person about one ticket, whatever has happened to it meanwhile. */
export async function sendWaitingMail(
  deps: MailDeps,
  { userId, ticketId }: { userId: string; ticketId: string },
): Promise<void> {
  const { db, mailer } = deps
  const recipient = await getRecipient(db, userId)
  await composeMail(deps, recipient, ticketId)
  await deliver({
    db,
    mailer,
    recipient,
    about: { userId, ticketId },
    permitted: async (mail) =>
      mayStillSee(recipient, await getMailedTicket(db, ticketId)) ? mail : { dropped: 'May no longer see this ticket' },
  })
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
      preferencesUrl: `${config.baseUrl}/notifications/preferences`,
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

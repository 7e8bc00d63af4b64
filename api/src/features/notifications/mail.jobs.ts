import { v7 as uuid } from 'uuid'
import type { Mailer } from '../../adapters/mail/mailer.ts'
import type { Config } from '../../config.ts'
import type { Db } from '../../db/database.ts'
import { maySee } from '../live/audience.ts'
import { ticketKey } from '../tickets/ticket-key.ts'
import {
  claimQueued,
  findToMail,
  getMailedTicket,
  getRecipient,
  insertMail,
  markSent,
  releaseMail,
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
  for (const mail of await claimQueued(deps.db, userId, ticketId)) {
    try {
      await deps.mailer.send({
        messageId: mail.messageId,
        to: { name: recipient.name, address: mail.toAddress },
        subject: mail.subject,
        text: mail.textBody,
        html: mail.htmlBody,
      })
    } catch (error) {
      await releaseMail(deps.db, mail.id, String(error))
      throw error
    }
    await markSent(deps.db, mail.id)
  }
}

type Recipient = Awaited<ReturnType<typeof getRecipient>>

/** Whether they may still see the ticket is asked now, not when it happened. */
const composeMail = ({ db, config }: MailDeps, recipient: Recipient, ticketId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const waiting = await findToMail(trx, recipient.id, ticketId)
    const [first] = waiting
    if (!first) return

    const { deletedAt, ...ticket } = await getMailedTicket(trx, ticketId)
    const { teamId, teamName, ...person } = recipient
    const actor = { ...person, team: teamId && teamName ? { id: teamId, name: teamName } : null }
    const isAllowed =
      person.status === 'active' && maySee(actor, { ...ticket, ticketId, isDeleted: deletedAt !== null })
    const content = renderMail({
      name: person.name,
      key: ticketKey(ticket.number),
      title: ticket.title,
      studio: ticket.studioName,
      messages: waiting.map(({ message }) => message),
      url: `${config.baseUrl}/tickets/${ticketId}`,
    })
    await insertMail(
      trx,
      {
        id: uuid(),
        messageId: `<${first.id}@${new URL(config.baseUrl).hostname}>`,
        userId: person.id,
        ticketId,
        toAddress: person.email,
        subject: content.subject,
        textBody: content.text,
        htmlBody: content.html,
        ...(isAllowed ? {} : { status: 'dropped', detail: 'May no longer see this ticket' }),
      },
      waiting.map(({ id }) => id),
    )
  })

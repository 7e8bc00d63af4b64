import { ticketPath } from '@physique57/contracts'
import { v7 as uuid } from 'uuid'
import { ticketKey } from '../tickets/ticket-key.ts'
import { deliver } from './deliver.ts'
import { type DigestItem, findDigestItems, findDigestWaiting, rewriteMail } from './digest.queries.ts'
import { type DigestTicket, renderDigest } from './digest-template.ts'
import type { MailDeps } from './mail.jobs.ts'
import { getRecipient, insertMail, type QueuedMail, type Recipient } from './mail.queries.ts'
import { mayStillSee } from './may-still-see.ts'

/** One mail to one person, with everything that waits for their digest. */
export async function sendDigest(deps: MailDeps, { userId }: { userId: string }): Promise<void> {
  const { db, mailer } = deps
  const recipient = await getRecipient(db, userId)
  await composeDigest(deps, recipient)
  await deliver({
    db,
    mailer,
    recipient,
    about: { userId, digest: true },
    permitted: (mail) => withoutWhatIsGone(deps, recipient, mail),
  })
}

const composeDigest = ({ db, config }: MailDeps, recipient: Recipient): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const waiting = await findDigestWaiting(trx, recipient.id)
    const [first] = waiting
    if (!first) return

    const content = renderDigest(contentOf(config.baseUrl, recipient, waiting))
    await insertMail(
      trx,
      {
        id: uuid(),
        messageId: `<digest.${first.id}@${new URL(config.baseUrl).hostname}>`,
        userId: recipient.id,
        digest: true,
        toAddress: recipient.email,
        subject: content.subject,
        textBody: content.text,
        htmlBody: content.html,
      },
      waiting.map(({ id }) => id),
    )
  })

/** Rights may have changed since it was written: it is written again, as the same mail. */
async function withoutWhatIsGone({ db, config }: MailDeps, recipient: Recipient, mail: QueuedMail) {
  const items = await findDigestItems(db, mail.id)
  const { tickets, ...content } = contentOf(config.baseUrl, recipient, items)
  if (tickets.length === 0) return { dropped: 'May no longer see any of these tickets' }

  const { subject, text, html } = renderDigest({ tickets, ...content })
  await rewriteMail(db, mail.id, { subject, textBody: text, htmlBody: html })
  return { ...mail, subject, textBody: text, htmlBody: html }
}

function contentOf(baseUrl: string, recipient: Recipient, items: readonly DigestItem[]) {
  const tickets = new Map<string, DigestTicket>()
  for (const { ticket, ...item } of items) {
    if (!mayStillSee(recipient, ticket)) continue
    const told = tickets.get(ticket.id) ?? {
      key: ticketKey(ticket.number),
      title: ticket.title,
      studio: ticket.studioName,
      // to what was said first
      url:
        baseUrl +
        ticketPath(ticket.id, items.find((each) => each.ticket.id === ticket.id && each.responseId)?.responseId),
      news: [],
    }
    told.news.push({ message: item.message, at: item.createdAt })
    tickets.set(ticket.id, told)
  }
  return {
    name: recipient.name,
    timeZone: recipient.timeZone,
    tickets: [...tickets.values()],
    url: `${baseUrl}/notifications`,
    preferencesUrl: `${baseUrl}/notifications/preferences`,
  }
}

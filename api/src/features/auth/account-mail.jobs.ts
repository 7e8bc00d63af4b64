import { v7 as uuid } from 'uuid'
import type { Mailer } from '../../adapters/mailer/mailer.ts'
import type { Config } from '../../config.ts'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import type { AccountMail } from '../../jobs/queues.ts'
import { insertLink } from './account-links.queries.ts'
import { findMail, findPerson, insertMail, markMailSent, updateSignUp } from './account-mail.queries.ts'
import { type AccountMailContent, renderAccountMail } from './account-mail-template.ts'
import { isTaken } from './credentials.queries.ts'
import { linkTo, newLinkToken } from './link-token.ts'

interface MailDeps {
  config: Pick<Config, 'baseUrl'>
  /** The worker's. */
  db: Db
  mailer: Mailer
  /** Where nobody reads mail yet: the console of an embedded run. */
  printLink: (line: string) => void
}

/**
 * Everything that depends on whether an account exists happens here, not in the request: its answer takes the same time either
 * way. The token is made here too, so that no job carries one.
 */
export async function sendAccountMail(deps: MailDeps, job: AccountMail): Promise<void> {
  const { db, mailer } = deps
  const written = (await findMail(db, job.mailId)) ?? (await writeMail(deps, job))
  if (written?.status !== 'queued') return

  await mailer.send({
    messageId: written.messageId,
    to: { name: written.toAddress, address: written.toAddress },
    subject: written.subject,
    text: written.textBody,
    html: written.htmlBody,
  })
  await markMailSent(db, job.mailId)
}

interface Letter {
  userId: string | null
  to: string
  content: AccountMailContent
}

function writeMail({ db, config, printLink }: MailDeps, job: AccountMail) {
  return db.transaction().execute(async (trx) => {
    const letter = await letterFor(trx, config.baseUrl, job)
    if (!letter) return undefined

    const { userId, to, content } = letter
    const { subject, text, html } = renderAccountMail(content)
    const messageId = `<${job.mailId}@${new URL(config.baseUrl).hostname}>`
    await insertMail(trx, {
      id: job.mailId,
      messageId,
      userId,
      toAddress: to,
      subject,
      textBody: text,
      htmlBody: html,
    })
    if (content.link) printLink(`${subject}, for ${to}: ${content.link.url}`)
    return findMail(trx, job.mailId)
  })
}

function letterFor(db: Db, baseUrl: string, job: AccountMail): Promise<Letter | undefined> {
  switch (job.kind) {
    case 'reset':
      return resetLetter(db, baseUrl, job.email)
    case 'sign_up':
      return signUpLetter(db, baseUrl, job.email)
    case 'new_email':
      return newEmailLetter(db, baseUrl, job.userId, job.email)
    case 'email_changed':
      return emailChangedLetter(db, job.userId, job.oldEmail)
    case 'password_changed':
      return passwordChangedLetter(db, baseUrl, job.userId)
  }
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function resetLetter(db: Db, baseUrl: string, email: string): Promise<Letter | undefined> {
  const person = await findPerson(db, 'email', email)
  if (!person) return undefined

  const { token, tokenHash } = newLinkToken()
  await insertLink(db, { id: uuid(), kind: 'reset', userId: person.id, tokenHash, expiresAt: inMinutes(30) })
  await recordAudit(db, { actorId: null, action: 'password.reset_requested', subject: person.id })
  return {
    userId: person.id,
    to: person.email,
    content: {
      name: person.name,
      subject: 'Choose a new password',
      paragraphs: ['Somebody asked to reset the password of your account. The link works once, for 30 minutes.'],
      link: { label: 'Choose a new password', url: linkTo(baseUrl, 'reset-password', token) },
      footer: 'It was not you? Then do nothing: your password stays as it is.',
    },
  }
}

async function signUpLetter(db: Db, baseUrl: string, email: string): Promise<Letter | undefined> {
  if (await isTaken(db, email)) return alreadyThereLetter(db, baseUrl, email)

  const { token, tokenHash } = newLinkToken()
  const signUp = await updateSignUp(db, email, tokenHash)
  if (!signUp) return undefined
  return {
    userId: null,
    to: email,
    content: {
      name: signUp.name,
      subject: 'Confirm your e-mail',
      paragraphs: ['Open this link and enter the password you chose, and your account is ready. It works for a day.'],
      link: { label: 'Confirm your e-mail', url: linkTo(baseUrl, 'confirm-sign-up', token) },
      footer: 'You did not sign up? Then do nothing: without the password, the link opens nothing.',
    },
  }
}

async function alreadyThereLetter(db: Db, baseUrl: string, email: string): Promise<Letter | undefined> {
  const person = await findPerson(db, 'email', email)
  if (!person) return undefined
  return {
    userId: person.id,
    to: person.email,
    content: {
      name: person.name,
      subject: 'You have an account already',
      paragraphs: ['Somebody signed up with your e-mail, which has an account. Sign in, or reset your password.'],
      link: { label: 'Sign in', url: `${baseUrl}/sign-in` },
      footer: 'It was not you? Then do nothing: your account stays as it is.',
    },
  }
}

/** Nothing when the address has an account: whoever asks does not learn that. */
async function newEmailLetter(db: Db, baseUrl: string, userId: string, email: string): Promise<Letter | undefined> {
  const person = await findPerson(db, 'id', userId)
  if (!person || (await isTaken(db, email))) return undefined

  const { token, tokenHash } = newLinkToken()
  await insertLink(db, { id: uuid(), kind: 'new_email', userId, newEmail: email, tokenHash, expiresAt: inMinutes(30) })
  return {
    userId,
    to: email,
    content: {
      name: person.name,
      subject: 'Confirm your new e-mail',
      paragraphs: [`From then on you sign in with ${email}. The link works once, for 30 minutes.`],
      link: { label: 'Confirm your new e-mail', url: linkTo(baseUrl, 'confirm-email', token) },
      footer: 'You did not ask for this? Then do nothing.',
    },
  }
}

async function emailChangedLetter(db: Db, userId: string, oldEmail: string): Promise<Letter | undefined> {
  const person = await findPerson(db, 'id', userId)
  return (
    person && {
      userId,
      to: oldEmail,
      content: {
        name: person.name,
        subject: 'Your e-mail was changed',
        paragraphs: [`You now sign in with ${person.email}; mails go there too.`],
        footer: 'It was not you? Tell an admin at once.',
      },
    }
  )
}

async function passwordChangedLetter(db: Db, baseUrl: string, userId: string): Promise<Letter | undefined> {
  const person = await findPerson(db, 'id', userId)
  return (
    person && {
      userId,
      to: person.email,
      content: {
        name: person.name,
        subject: 'Your password was changed',
        paragraphs: ['Your other devices were signed out.'],
        footer: `It was not you? Reset it at once at ${baseUrl}/forgot-password, and tell an admin.`,
      },
    }
  )
}

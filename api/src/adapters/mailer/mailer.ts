/** A finished mail to one person. */
export interface Mail {
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
}

/** Hands a mail to whoever delivers it. Throws when it is worth trying again later. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}

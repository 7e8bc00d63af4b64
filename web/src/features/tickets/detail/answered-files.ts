import type { AnswerValue, Attachment, Ticket } from '@physique57/contracts'

/** The files an answer names. */
export const filesIn = ({ attachments }: Ticket, answer: AnswerValue): Attachment[] =>
  attachments.filter(({ id }) => Array.isArray(answer) && answer.includes(id))

/** Those the ticket has besides. */
export function filesBesideAnswers(ticket: Ticket): Attachment[] {
  const answered = new Set(
    ticket.form.fields.filter(({ type }) => type === 'file').flatMap(({ key }) => ticket.answers[key]),
  )
  return ticket.attachments.filter(({ id }) => !answered.has(id))
}

import type { Answers } from '@physique57/contracts'
import { actAsSystem, type Tx } from '../../../db/transaction.ts'
import { AppError } from '../../../http/app-error.ts'
import { recordHistory } from '../history.ts'
import { assertNotGone, assertOpen, lockTicket } from '../moves/move.ts'
import { mayRemoveFile } from '../ticket.policy.ts'
import { updateTicket } from '../tickets.queries.ts'

/** A file is about to be removed from its ticket: checks that it may be, and takes it out of the answers. */
export async function giveUpFile(
  begun: Tx,
  ticketId: string,
  file: { id: string; name: string; uploadedByUserId: string },
): Promise<void> {
  const { tx, ticket, facts } = await lockTicket(begun, ticketId)
  if (!mayRemoveFile(tx.actor, facts, file.uploadedByUserId)) {
    throw new AppError('forbidden', 'Only whoever added a file, or works on the ticket, may remove it.')
  }
  assertNotGone(facts)
  assertOpen(facts)

  await actAsSystem(tx.db, [ticketId])
  const answers = withoutFile(ticket.answers, file.id)
  if (answers) await updateTicket(tx.db, ticketId, { answers: JSON.stringify(answers) })
  await recordHistory(tx, ticketId, 'file_removed', { name: file.name })
}

/** undefined: it was no answer. */
function withoutFile(answers: Answers, fileId: string): Answers | undefined {
  const named = Object.entries(answers).find(([, answer]) => Array.isArray(answer) && answer.includes(fileId))
  if (!named || !Array.isArray(named[1])) return undefined
  const { [named[0]]: files, ...others } = answers
  const left = Array.isArray(files) ? files.filter((id) => id !== fileId) : []
  return left.length > 0 ? { ...others, [named[0]]: left } : others
}
